// Makes `rest.json` and `schema.graphql` beside it: the part of GitHub's official descriptions that
// the service and its double use, without the prose. Run it in a folder where
// `npm install @octokit/openapi@23.0.2 @octokit/graphql-schema@15.26.1` has put the two packages:
//
//     node <path to>/subset.mjs
//
// What is kept is listed here and nowhere else; README.md names versions, licences and checksums.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(process.cwd(), "node_modules", "@octokit");

const operations = {
  "/rate_limit": ["get"],
  "/app/installations/{installation_id}/access_tokens": ["post"],
  "/repos/{owner}/{repo}": ["get"],
  "/repos/{owner}/{repo}/installation": ["get"],
  "/repos/{owner}/{repo}/collaborators/{username}/permission": ["get"],
  "/repos/{owner}/{repo}/git/blobs": ["post"],
  "/repos/{owner}/{repo}/git/trees": ["post"],
  "/repos/{owner}/{repo}/git/commits": ["post"],
  "/repos/{owner}/{repo}/git/refs": ["post"],
  "/repos/{owner}/{repo}/git/refs/{ref}": ["delete", "patch"],
  "/repos/{owner}/{repo}/pulls": ["post"],
  "/repos/{owner}/{repo}/pulls/{pull_number}": ["patch"],
  "/repos/{owner}/{repo}/issues": ["post"],
  "/repos/{owner}/{repo}/issues/{issue_number}": ["patch"],
  "/repos/{owner}/{repo}/issues/{issue_number}/labels": ["post"],
};

const types = {
  Query: ["rateLimit", "repository"],
  Mutation: ["createCommitOnBranch", "createPullRequest", "createRef"],
  RateLimit: ["cost", "limit", "remaining", "resetAt"],
  Repository: ["id", "nameWithOwner", "ref", "pullRequests", "issues", "issue"],
  Ref: ["id", "name", "target"],
  GitObject: ["oid"],
  Commit: ["oid"],
  PullRequestConnection: ["nodes"],
  PullRequest: [
    "id", "number", "url", "state", "isCrossRepository", "baseRefName", "headRefName", "headRefOid",
    "mergeable", "mergeCommit", "labels", "comments", "reviews", "title", "body",
  ],
  IssueConnection: ["nodes"],
  Issue: ["id", "number", "url", "state", "stateReason", "title", "body", "labels", "comments", "viewerDidAuthor"],
  LabelConnection: ["nodes"],
  Label: ["name"],
  IssueCommentConnection: ["nodes"],
  IssueComment: ["id", "body", "createdAt", "author", "viewerDidAuthor", "isMinimized"],
  PullRequestReviewConnection: ["nodes"],
  PullRequestReview: ["id", "body", "state", "submittedAt", "author", "viewerDidAuthor", "isMinimized"],
  Actor: ["login"],
  CreateRefPayload: ["ref"],
  CreateCommitOnBranchPayload: ["commit"],
  CreatePullRequestPayload: ["pullRequest"],
};

// REST: the operations and every component they lead to, OpenAPI 3.0 turned into JSON Schema.
function schema(value) {
  if (Array.isArray(value)) return value.map(schema);
  if (value === null || typeof value !== "object") return value;
  const kept = {};
  for (const [key, inner] of Object.entries(value)) {
    // `example` and `description` may be names of properties: then they hold an object.
    const prose = ["description", "example", "examples", "externalDocs", "title", "summary", "deprecated"];
    if (prose.includes(key) && (typeof inner !== "object" || key.startsWith("example") || key === "externalDocs")) continue;
    if (key.startsWith("x-") || key === "nullable") continue;
    kept[key] = key === "properties"
      ? Object.fromEntries(Object.entries(inner).map(([name, of]) => [name, schema(of)]))
      : schema(inner);
  }
  if (value.nullable !== true) return kept;
  if (kept.enum) return { ...kept, type: undefined, enum: [...kept.enum, null] };
  return typeof kept.type === "string" ? { ...kept, type: [kept.type, "null"] } : { anyOf: [kept, { type: "null" }] };
}

const rest = JSON.parse(readFileSync(join(packages, "openapi", "generated", "api.github.com.json"), "utf8"));
const resolve = (value) => (value.$ref ? resolve(value.$ref.slice(2).split("/").reduce((at, part) => at[part], rest)) : value);
const result = { operations: {}, schemas: {} };
for (const [path, methods] of Object.entries(operations)) {
  for (const method of methods) {
    const operation = rest.paths[path][method];
    const kept = { parameters: [], request: null, responses: {} };
    for (const parameter of (operation.parameters ?? []).map(resolve)) {
      kept.parameters.push({ name: parameter.name, in: parameter.in, required: parameter.required === true, schema: schema(parameter.schema) });
    }
    const body = operation.requestBody && resolve(operation.requestBody).content["application/json"];
    if (body) kept.request = schema(body.schema);
    for (const [status, response] of Object.entries(operation.responses)) {
      const content = resolve(response).content?.["application/json"];
      kept.responses[status] = content ? schema(content.schema) : null;
    }
    const example = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
    const content = example && resolve(example[1]).content?.["application/json"];
    const first = content && (content.examples ? resolve(Object.values(content.examples)[0]).value : content.example);
    // The official example is what answers of the double begin with; of a list, its first item.
    kept.example = (Array.isArray(first) ? first[0] : first) ?? null;
    // Nothing here shall look like a key.
    if (kept.example?.token) kept.example.token = "";
    result.operations[`${method.toUpperCase()} ${path}`] = kept;
  }
}
for (let text = JSON.stringify(result.operations), missing = true; missing; text = JSON.stringify(result.schemas)) {
  missing = false;
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (result.schemas[name]) continue;
    result.schemas[name] = schema(rest.components.schemas[name]);
    missing = true;
  }
}
result.schemas = Object.fromEntries(Object.entries(result.schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(join(here, "rest.json"), JSON.stringify(result) + "\n");

// GraphQL: the listed fields with all their arguments, and every input and enumeration these need.
const full = JSON.parse(readFileSync(join(packages, "graphql-schema", "schema.json"), "utf8"));
const all = Object.fromEntries((full.data ?? full).__schema.types.map((type) => [type.name, type]));
const print = (type) =>
  type.kind === "NON_NULL" ? `${print(type.ofType)}!` : type.kind === "LIST" ? `[${print(type.ofType)}]` : type.name;
const name = (type) => (type.ofType ? name(type.ofType) : type.name);
const needed = new Set(["URI", "DateTime", "GitObjectID"]);
const inputs = (args) => args.map((arg) => {
  needed.add(name(arg.type));
  return `${arg.name}: ${print(arg.type)}${arg.defaultValue === null ? "" : ` = ${arg.defaultValue}`}`;
});
const lines = ["schema {\n  query: Query\n  mutation: Mutation\n}"];
for (const [type, fields] of Object.entries(types)) {
  const own = all[type];
  const kind = own.kind === "INTERFACE" ? "interface" : "type";
  const faces = (own.interfaces ?? []).map((face) => face.name).filter((face) => types[face]);
  const body = own.fields.filter((field) => fields.includes(field.name)).map((field) => {
    const args = inputs(field.args);
    const of = name(field.type);
    if (!types[of]) needed.add(of);
    return `  ${field.name}${args.length ? `(${args.join(", ")})` : ""}: ${print(field.type)}`;
  });
  if (body.length !== fields.length) throw new Error(`${type} has not all of ${fields}`);
  lines.push(`${kind} ${type}${faces.length ? ` implements ${faces.join(" & ")}` : ""} {\n${body.join("\n")}\n}`);
}
// Who wrote something is an interface; two kinds of account are enough.
for (const type of ["User", "Bot"]) lines.push(`type ${type} implements Actor {\n  login: String!\n}`);
for (const type of needed) {
  const own = all[type];
  if (own.kind === "SCALAR" && !["String", "Int", "Boolean", "ID", "Float"].includes(type)) lines.push(`scalar ${type}`);
  if (own.kind === "ENUM") lines.push(`enum ${type} {\n${own.enumValues.map((value) => `  ${value.name}`).join("\n")}\n}`);
  if (own.kind === "INPUT_OBJECT") lines.push(`input ${type} {\n${inputs(own.inputFields).map((field) => `  ${field}`).join("\n")}\n}`);
}
writeFileSync(join(here, "schema.graphql"), lines.join("\n\n") + "\n");
