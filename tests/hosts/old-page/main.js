// jQuery beside prototype.js, which has the name $.
jQuery.noConflict();

jQuery("form").on("submit", function (event) {
  event.preventDefault();
  const facts = new URLSearchParams(jQuery(this).serialize()).get("how-soon-facts");
  jQuery("[role=status]").text(facts);
});
