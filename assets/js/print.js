// "Print" opens the browser's own dialogue. Without this file its words say which keys to press.
document.addEventListener('click', (event) => {
  if (!event.target.closest('[data-print]')) return;
  event.preventDefault();
  window.print();
});
