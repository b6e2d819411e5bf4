using System;
using System.Text;
using Extism.Sdk;

var manifest = new Manifest(new PathWasmSource("safeguarding-rules.plugin.wasm"));
using var plugin = new Plugin(manifest, new HostFunction[] { }, withWasi: false);

var asked = """{"question":"classify-concern","facts":{"area":"county-durham","concernsIdentifiedAt":"2026-12-23"}}""";
Console.WriteLine(Encoding.UTF8.GetString(plugin.Call("answer", Encoding.UTF8.GetBytes(asked))));
