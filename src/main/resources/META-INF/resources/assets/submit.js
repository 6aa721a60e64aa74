// Sends the form through the API: with a bar while it uploads, and mistakes listed on the spot. Without scripts the same
// form is sent as forms are, and the server answers with a page.
const form = document.getElementById("submission-form");
if (form) {
  const file = form.elements.file;
  form.querySelector(".drop-hint").hidden = false;

  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("over");
  });
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      file.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
}

function send() {
  const button = form.querySelector("button");
  const sending = document.getElementById("sending");
  const says = document.getElementById("sending-says");
  const bar = sending.querySelector("progress");
  document.getElementById("fault").replaceChildren();
  button.disabled = true;
  sending.hidden = false;
  says.textContent = "Sending…";
  bar.value = 0;

  const request = new XMLHttpRequest();
  request.open("POST", form.dataset.api);
  request.responseType = "json";
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    bar.value = event.loaded / event.total;
    says.textContent = event.loaded < event.total ? `Sending, ${Math.floor(bar.value * 100)} %` : "Checking the file…";
  });
  request.addEventListener("load", () => {
    if (request.status < 300 && request.response) {
      location.assign(`/submissions/${request.response.id}`);
    } else {
      fail(request.response ?? { title: "No answer", detail: "The server did not answer. Try again." });
    }
  });
  request.addEventListener("error", () =>
    fail({ title: "The connection broke off", detail: "Nothing was submitted. Try again." }),
  );
  request.send(new FormData(form));

  function fail(problem) {
    button.disabled = false;
    sending.hidden = true;
    const fault = document.getElementById("fault");
    fault.replaceChildren(problem.errors ? findings(problem) : notice(problem));
    fault.focus();
  }
}

function notice(problem) {
  return box(element("h2", problem.title), element("p", problem.detail));
}

function findings(problem) {
  const table = element("table");
  table.className = "findings";
  const head = table.createTHead().insertRow();
  for (const title of ["Line", "Column", "What is wrong"]) {
    const cell = element("th", title);
    cell.scope = "col";
    head.append(cell);
  }
  const body = table.createTBody();
  for (const error of problem.errors) {
    const row = body.insertRow();
    row.append(element("td", error.line || ""), element("td", error.column || ""), element("td", error.message));
  }
  for (const row of table.rows) {
    row.cells[0].className = row.cells[1].className = "number";
  }
  const count = problem.errorCount;
  const parts = [element("h2", `${count} ${count === 1 ? "mistake" : "mistakes"}`), table];
  if (count > problem.errors.length) {
    parts.push(element("p", `These are the first ${problem.errors.length}.`));
  }
  parts.push(element("p", "It was not accepted, and it cost nothing."));
  return box(...parts);
}

function box(...content) {
  const div = element("div");
  div.className = "fault";
  div.setAttribute("role", "alert");
  div.append(...content);
  return div;
}

function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}
