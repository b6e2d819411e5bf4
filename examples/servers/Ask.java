import java.nio.file.Path;
import org.extism.sdk.Plugin;
import org.extism.sdk.manifest.Manifest;
import org.extism.sdk.wasm.WasmSourceResolver;

class Ask {
    public static void main(String[] words) {
        var rules = new WasmSourceResolver().resolve(Path.of("safeguarding-rules.plugin.wasm"));
        try (var plugin = new Plugin(new Manifest(rules), false, null)) {
            var asked = """
                {"question":"classify-concern","facts":{"area":"county-durham","concernsIdentifiedAt":"2026-12-23"}}""";
            System.out.println(plugin.call("answer", asked));
        }
    }
}
