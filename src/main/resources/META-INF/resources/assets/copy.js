// Shows the Copy buttons, which without scripts would do nothing, and makes them work.
for (const button of document.querySelectorAll(".copy")) {
  // Pages that are not sent over HTTPS (nor from this machine) may not write to the clipboard.
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector("code").textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
}
