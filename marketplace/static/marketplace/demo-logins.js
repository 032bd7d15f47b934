// The demo's sign-in page: a name fills the form.
document.addEventListener("click", ({ target }) => {
  const button = target.closest("button[data-login]");
  if (!button) return;
  document.querySelector("input[name=login]").value = button.dataset.login;
  document.querySelector("input[name=password]").value = button.dataset.password;
  document.querySelector("main form button").focus();
});
