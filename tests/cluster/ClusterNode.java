import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * A node of OpenSearch with the modules that its distribution brings, and the plugins that the system property {@code plugins}
 * names: {@code ClusterNode HOME NAME=VALUE...}; ends with its input.
 */
public final class ClusterNode extends Node {
    private ClusterNode(Environment environment, List<Class<? extends Plugin>> plugins) {
        super(environment, plugins, false);
    }

    private static List<Class<? extends Plugin>> plugins() throws ClassNotFoundException {
        List<Class<? extends Plugin>> found = new ArrayList<>();
        found.addAll(List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, PainlessPlugin.class));
        for (String name : System.getProperty("plugins", "").split(",")) {
            if (!name.isEmpty()) {
                found.add(Class.forName(name).asSubclass(Plugin.class));
            }
        }
        return found;
    }

    public static void main(String[] arguments) throws Exception {
        Settings.Builder settings = Settings.builder().put("path.home", Path.of(arguments[0]));
        for (String given : List.of(arguments).subList(1, arguments.length)) {
            String[] pair = given.split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        ClusterNode node = new ClusterNode(new Environment(settings.build(), null), plugins());
        node.start();
        // Whoever started the node holds the other end: when that one is gone, so is the node.
        while (System.in.read() >= 0) { }
        node.close();
        System.exit(0);
    }
}
