/**
 * `ROLE_MAILBOXES` of generator/src/personal_data.rs: how mailboxes of functions begin, which belong to no person. They
 * stand alone so that they are not in the way of every page. The test `form_advice` holds the two lists together.
 */
export const roles = new Set(`
  abuse accessibility admin administracija atbalsts atencion ayuntamiento biblioteca birojs calls catalogo
  catalogue ciudadania communication community comune comunicacion comunicazione consultas contact contacto
  contatti coordination dpo editor email enquiries events example feedback general git gobiernoabierto hello help
  helpdesk hola hostmaster info informacija informacion katalogs kontakti legal mail maintainers media name
  newsletter nombre nome noreply office partecipazione participacion pasts posta postmaster prensa press privacy
  project protocollo security segreteria service sports support team ufficio urp webmaster xxx xxxx
`.trim().split(/\s+/u));
