import java.net.HttpURLConnection;
import java.net.URI;

/** The image's health check, in Java because a Java runtime is all that is surely in it. Ends with 0 if the application is alive. */
class Alive {

    public static void main(String[] arguments) throws Exception {
        String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
        URI liveness = URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness");
        HttpURLConnection connection = (HttpURLConnection) liveness.toURL().openConnection();
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(5_000);
        int status = connection.getResponseCode();
        if (status != 200) {
            System.err.println(liveness + " answers " + status);
            System.exit(1);
        }
    }
}
