/**
 * The page of a call says by itself that the call is closed, from the day after its last one where the reader is: the
 * site may not have been built again since. Nothing is stored and nothing is fetched.
 */
const notice = document.getElementById('closed');

/** @param {Date} moment */
function dayOf(moment) {
  const two = (number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

if (notice) {
  const { after, state } = notice.dataset;
  // A month or a year is over when the next one has begun.
  if (dayOf(new Date()).slice(0, after.length) > after) {
    notice.hidden = false;
    const line = document.querySelector('h1')?.previousElementSibling?.firstChild;
    if (line?.nodeType === Node.TEXT_NODE) line.textContent = state;
  }
}
