// Sends the files of a form marked data-upload with a bar, after a look at size and kind. Without script the form works as it is.
//
// <form data-upload data-max-bytes="10485760" data-extensions=".pdf,.jpg"> (either may stand on the input instead).
// The server answers JSON to "Accept: application/json": 2xx {redirect} or {message, fragments: {id: html}};
// 4xx {message}, the sentence shown. An HTML answer is followed.

const words = document.body.dataset;

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function sizeInWords(bytes) {
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  return bytes < 1048576 ? `${number.format(bytes / 1024)} KB` : `${number.format(bytes / 1048576)} MB`;
}

function refusalBeforeSending(form) {
  for (const input of form.querySelectorAll("input[type=file]")) {
    const limit = Number(input.dataset.maxBytes ?? form.dataset.maxBytes ?? Infinity);
    const types = input.dataset.extensions ?? form.dataset.extensions ?? "";
    const allowed = types.toLowerCase().split(",").map((type) => type.trim()).filter(Boolean);
    for (const file of input.files) {
      const name = file.name.toLowerCase();
      if (allowed.length && !allowed.some((type) => name.endsWith(type))) {
        return fill(words.msgUploadType, { file: file.name, types: allowed.join(", ") });
      }
      if (file.size > limit) {
        return fill(words.msgUploadSize, { file: file.name, size: sizeInWords(file.size), limit: sizeInWords(limit) });
      }
    }
  }
  return null;
}

function panelOf(form) {
  let panel = form.querySelector(":scope .ui-upload");
  if (!panel) {
    panel = document.createElement("div");
    panel.className = "ui-upload";
    form.append(panel);
  }
  return panel;
}

function say(form, sentence, refused) {
  const line = document.createElement("p");
  line.setAttribute("role", refused ? "alert" : "status");
  line.className = refused ? "is-refused" : "";
  line.textContent = sentence;
  panelOf(form).replaceChildren(line);
}

function drawBar(form, file, stop) {
  const line = document.createElement("p");
  const bar = document.createElement("progress");
  const button = document.createElement("button");
  bar.max = 100;
  bar.setAttribute("aria-label", file);
  button.type = "button";
  button.className = "btn btn-sm btn-outline-primary";
  button.textContent = words.msgUploadStop;
  button.addEventListener("click", stop);
  panelOf(form).replaceChildren(line, bar, button);
  return (percent) => {
    if (percent >= 100) bar.removeAttribute("value");
    else bar.value = percent;
    line.textContent = percent >= 100 ? words.msgUploadChecking : fill(words.msgUploadProgress, { file, percent: `${percent}%` });
  };
}

function answerOf(request) {
  if (!(request.getResponseHeader("Content-Type") ?? "").includes("json")) return null;
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

function arrived(form, request, file) {
  const answer = answerOf(request);
  if (!answer) window.location.assign(request.responseURL);
  else if (answer.redirect) window.location.assign(answer.redirect);
  else {
    for (const [id, html] of Object.entries(answer.fragments ?? {})) {
      const target = document.getElementById(id);
      if (!target) continue;
      target.innerHTML = html;
      window.htmx?.process(target);
    }
    form.reset();
    say(form, answer.message ?? fill(words.msgUploadDone, { file }), false);
  }
}

function send(form, submitter) {
  const file = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files])[0]?.name ?? "";
  const request = new XMLHttpRequest();
  const show = drawBar(form, file, () => request.abort());
  const data = new FormData(form, submitter);
  form.dataset.sending = "yes";
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-Requested-With", "fetch");
  request.upload.addEventListener("progress", (event) => show(Math.floor((event.loaded / event.total) * 100)));
  request.addEventListener("load", () => {
    if (request.status < 300) arrived(form, request, file);
    else say(form, answerOf(request)?.message ?? words.msgUploadFailed, true);
  });
  request.addEventListener("error", () => say(form, words.msgUploadFailed, true));
  request.addEventListener("abort", () => say(form, words.msgUploadStopped, true));
  request.addEventListener("loadend", () => delete form.dataset.sending);
  show(0);
  request.send(data);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-upload]")) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  const refusal = refusalBeforeSending(form);
  if (refusal) say(form, refusal, true);
  else send(form, event.submitter);
});

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-upload]");
  if (!form || event.target.type !== "file") return;
  const refusal = refusalBeforeSending(form);
  if (refusal) say(form, refusal, true);
  else panelOf(form).replaceChildren();
});
