<?php
// A referral of several children: an element for each, and what each posts.

$policy = trim(file_get_contents(__DIR__ . '/content-security-policy.txt'));
header("Content-Security-Policy: $policy");

$children = [
    ['concernsIdentifiedAt' => '2026-12-23'],
    ['concernsIdentifiedAt' => '2026-12-22', 'concerns' => ['seriousRisk' => true]],
    ['concernsIdentifiedAt' => '2026-12-21'],
];
$text = fn (string $text): string => htmlspecialchars($text, ENT_QUOTES);
?>
<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Referral</title>
<link rel="icon" href="data:,">
<script src="node_modules/safeguarding-rules/elements.script.js" defer></script>

<h1>Referral</h1>
<form method="post">
<?php foreach ($children as $index => $facts): ?>
  <h2>Child <?= $index + 1 ?></h2>
  <sg-timescale name="children[<?= $index ?>][how_soon]" area="generic" heading-level="3" facts="<?= $text(json_encode($facts)) ?>" required>
    <p>If a child is in immediate danger, call 999. The answer is worked out when you save.</p>
  </sg-timescale>
<?php endforeach ?>
  <button>Save</button>
</form>

<?php foreach ($_POST['children'] ?? [] as $index => $posted): ?>
  <div role="status">
    <p>Child <?= $index + 1 ?>: <?= $text(json_decode($posted['how_soon'])->answer->heading) ?></p>
    <p data-facts><?= $text($posted['how_soon-facts']) ?></p>
  </div>
<?php endforeach ?>
</html>
