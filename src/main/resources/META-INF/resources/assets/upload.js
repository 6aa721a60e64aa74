// Sends a form with a file and shows how far it is and how long it still takes; files may be dropped on it. What the
// server answers is what it answers to any browser: a page to go to, or this one with what is wrong. Without scripts the
// same form is sent as forms are.
for (const form of document.querySelectorAll("form[data-upload]")) prepare(form);

// Who goes back to the page finds it as it was left: still sending.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-upload]")) {
    form.querySelector("button:not([type=button])").disabled = false;
    form.querySelector(".sending").hidden = true;
  }
});

function prepare(form) {
  const file = form.querySelector("input[type=file]");
  const hint = form.querySelector(".drop-hint");
  if (hint) {
    hint.hidden = false;
    takeDrops(form, file);
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}

function takeDrops(form, file) {
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
}

function send(form) {
  const button = form.querySelector("button:not([type=button])");
  const sending = form.querySelector(".sending");
  const says = sending.querySelector("p");
  const bar = sending.querySelector("progress");
  const began = performance.now();
  button.disabled = true;
  sending.hidden = false;
  says.textContent = "Sending…";
  bar.value = 0;

  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
    if (!lengthComputable) return;
    if (loaded === total) {
      bar.removeAttribute("value");
      says.textContent = "Checking the file…";
    } else {
      bar.value = loaded / total;
      says.textContent = `Sending, ${Math.floor(bar.value * 100)} %${left(began, loaded / total)}`;
    }
  });
  request.addEventListener("load", () => {
    if (request.status < 300 && request.responseURL !== form.action) {
      location.assign(request.responseURL);
    } else {
      show(request.responseText);
    }
  });
  request.addEventListener("error", () => {
    button.disabled = false;
    sending.hidden = true;
    fault("The connection broke off", "Nothing was taken. Try again.");
  });
  request.send(new FormData(form));
}

/// How long it still takes, once that can be said.
function left(began, share) {
  const gone = (performance.now() - began) / 1000;
  if (gone < 2 || share < 0.02) return "";
  const seconds = (gone * (1 - share)) / share;
  if (seconds < 60) return ", less than a minute left";
  const minutes = Math.ceil(seconds / 60);
  return `, about ${minutes} ${minutes === 1 ? "minute" : "minutes"} left`;
}

/// Shows the page that is the answer, what became of it or what is wrong, as if the browser had gone to it.
function show(html) {
  const now = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  if (!now) {
    fault("No answer", "The server did not answer as it should. Try again.");
    return;
  }
  document.querySelector("main").replaceWith(now);
  for (const form of document.querySelectorAll("form[data-upload]")) prepare(form);
  (document.getElementById("fault") ?? now).focus();
}

function fault(title, detail) {
  const box = document.createElement("div");
  box.className = "fault";
  box.setAttribute("role", "alert");
  const heading = document.createElement("h2");
  heading.textContent = title;
  const text = document.createElement("p");
  text.textContent = detail;
  box.append(heading, text);
  const place = document.getElementById("fault");
  place.replaceChildren(box);
  place.focus();
}
