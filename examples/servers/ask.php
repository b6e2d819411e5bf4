<?php

require __DIR__ . "/vendor/autoload.php";

use Extism\Manifest;
use Extism\PathWasmSource;
use Extism\Plugin;

$plugin = new Plugin(new Manifest(new PathWasmSource("safeguarding-rules.plugin.wasm")), false);
$facts = ["area" => "county-durham", "concernsIdentifiedAt" => "2026-12-23"];
echo $plugin->call("answer", json_encode(["question" => "classify-concern", "facts" => $facts]));
