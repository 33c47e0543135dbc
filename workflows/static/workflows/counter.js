// Counts the characters of a text while it is written, as the office counts them: without the blanks around it.

document.addEventListener("input", (event) => {
  const counter = document.getElementById(event.target.dataset?.counter);
  if (counter) counter.textContent = String(event.target.value.trim().length);
});
