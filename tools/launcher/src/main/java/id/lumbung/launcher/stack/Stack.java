package id.lumbung.launcher.stack;

import id.lumbung.embeddedmongodb.MongoProcess;
import id.lumbung.launcher.kafka.KafkaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The broker, the database and the five services, each a process of its own, on one data folder.
 * Each can be killed and started again alone; all end with {@link #close()}, or with the death of
 * this process unless they were left running.
 */
public final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TIME_TO_END = Duration.ofSeconds(20);
    private static final String MARK = "lumbung-data";

    /**
     * All share few cores while they start: what is called four times as often as usual is worth
     * the second compiler. Measured by {@code bench}: the demo in three quarters of the time.
     */
    private static final List<String> COMPILE_LATER =
            List.of(
                    "-XX:Tier4InvocationThreshold=20000",
                    "-XX:Tier4MinInvocationThreshold=6000",
                    "-XX:Tier4CompileThreshold=60000",
                    "-XX:Tier4BackEdgeThreshold=160000");

    private static final int LOG_TAIL = 12;

    /**
     * @param data where everything is kept
     * @param gatewayPort 0 for any that is free
     * @param memory whether the embedded database keeps its data in memory only
     * @param detached whether the processes go on when this one ends
     * @param caches whether classes are cached, for fast starts, at the price of a slow first one
     * @param environment what the services see besides: {@code KAFKA_BOOTSTRAP_SERVERS} and {@code
     *     MONGODB_URI} replace the embedded parts
     */
    public record Options(
            Path data,
            int gatewayPort,
            boolean memory,
            boolean detached,
            boolean caches,
            Map<String, String> environment) {

        public static Options on(Path data) {
            return new Options(data, 0, false, false, true, addresses());
        }

        public Options withPort(int port) {
            return new Options(data, port, memory, detached, caches, environment);
        }

        public Options inMemory(boolean memory) {
            return new Options(data, gatewayPort, memory, detached, caches, environment);
        }

        public Options detached(boolean detached) {
            return new Options(data, gatewayPort, memory, detached, caches, environment);
        }

        public Options withoutCaches() {
            return new Options(data, gatewayPort, memory, detached, false, environment);
        }

        /** With a setting that the services read from their environment. */
        public Options with(String name, String value) {
            var more = new HashMap<>(environment);
            more.put(name, value);
            return new Options(data, gatewayPort, memory, detached, caches, Map.copyOf(more));
        }

        private static Map<String, String> addresses() {
            var found = new HashMap<String, String>();
            for (var name :
                    List.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI", "LUMBUNG_KEYSET_FILE")) {
                var value = System.getenv(name);
                if (value != null && !value.isBlank()) {
                    found.put(name, value);
                }
            }
            return Map.copyOf(found);
        }
    }

    private final Options options;
    private final Consumer<String> progress;
    private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
    private final Map<Part, Process> processes = new ConcurrentHashMap<>();
    private final Map<Part, Duration> startTimes = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();
    private final FileLock lock;
    private final Secrets secrets;
    private final int controllerPort = freePort();
    private volatile boolean closing;

    /**
     * Takes hold of the data folder; starts nothing yet.
     *
     * @param progress is told in words what happens
     * @throws Trouble when the folder is in use, is no folder of ours or cannot be written, or the
     *     port is in use
     */
    public Stack(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.lock = takeHold(options.data());
        this.secrets = new Secrets(options.data().resolve("services.json"));
        for (var part : Part.values()) {
            ports.put(part, freePort());
        }
        if (options.gatewayPort() != 0) {
            if (!isFree(options.gatewayPort())) {
                release();
                throw new Trouble(
                        "Port %d is in use. End what listens there, or choose another: --port 8090"
                                .formatted(options.gatewayPort()));
            }
            ports.put(Part.GATEWAY, options.gatewayPort());
        }
    }

    /** Whether services start fast already: an earlier run of this build was recorded. */
    public static boolean startsFast() {
        return Part.SERVICES.stream()
                .map(AotCache::of)
                .allMatch(cache -> cache.isMade() || cache.isRecorded());
    }

    /** Starts all that is not given by an address, and returns when all is ready. */
    public Stack startAll() {
        try {
            prepare();
            startParts();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts all parts, as {@link #startAll} does, without preparing anything first. */
    public void startParts() {
        inParallel(List.of(Part.KAFKA, Part.MONGODB), this::start);
        inParallel(Part.SERVICES, this::start);
    }

    /**
     * Starts a part and returns when it is ready; does nothing for a part that stands elsewhere.
     */
    public void start(Part part) {
        if (isElsewhere(part)) {
            progress.accept("%-10s at %s".formatted(part.label(), address(part)));
            return;
        }
        var began = Instant.now();
        launch(part);
        awaitReady(part, began);
        startTimes.put(part, Duration.between(began, Instant.now()));
        progress.accept(
                "%-10s ready after %.1f s".formatted(part.label(), seconds(startTimes.get(part))));
    }

    /** SIGKILL: the process gets no chance to tidy up. */
    public void kill(Part part) {
        var process = processes.remove(part);
        if (process != null) {
            process.destroyForcibly().onExit().join();
            save();
        }
    }

    /** SIGTERM, and SIGKILL to what does not end in time. */
    public void end(Part part) {
        var process = processes.remove(part);
        if (process != null) {
            end(process.toHandle());
        }
    }

    /** A second instance of a service, beside the first; the caller ends it. */
    public Process startSecond(Part service, int port) {
        return startSecond(service, port, Map.of());
    }

    /** A second instance with settings of its own. */
    public Process startSecond(Part service, int port, Map<String, String> settings) {
        return startBeside(service, service.mainClass(), port, settings);
    }

    /** Another program on the class path of a service, beside it; the caller ends it. */
    public Process startBeside(
            Part service, String mainClass, int port, Map<String, String> settings) {
        var environment = environment(service, port);
        environment.putAll(settings);
        var command = command(service);
        command.removeLast();
        command.add(mainClass);
        var process = run(service, command, environment, service.label() + "-2");
        awaitHttp(
                service,
                process,
                "http://127.0.0.1:%d/actuator/health/readiness".formatted(port),
                Instant.now());
        return process;
    }

    /**
     * Runs a program of a service that needs nothing of the stack, on our own input and output.
     *
     * @return its exit code
     */
    public static int run(Part service, String mainClass, List<String> arguments)
            throws InterruptedException {
        var cache = AotCache.of(service);
        cache.unpack();
        var command = new ArrayList<String>();
        command.addAll(
                List.of(
                        Home.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        cache.classPath(),
                        mainClass));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new Trouble("%s cannot be run: %s".formatted(mainClass, e.getMessage()));
        }
    }

    public Path data() {
        return options.data();
    }

    public String url(Part service) {
        return "http://127.0.0.1:" + ports.get(service);
    }

    public String gateway() {
        return url(Part.GATEWAY);
    }

    public long pid(Part part) {
        var process = processes.get(part);
        return process == null ? 0 : process.pid();
    }

    public boolean isAlive(Part part) {
        var process = processes.get(part);
        return process != null && process.isAlive();
    }

    public @Nullable Duration startTime(Part part) {
        return startTimes.get(part);
    }

    public String kafka() {
        return address(Part.KAFKA);
    }

    public String mongodb() {
        return address(Part.MONGODB);
    }

    public Path log(Part part) {
        return options.data().resolve("logs").resolve(part.label() + ".log");
    }

    /** Keeps watch until this process is told to end: a part that died is started again. */
    public void watch() throws InterruptedException {
        var wait = 1L;
        while (!closing) {
            TimeUnit.SECONDS.sleep(wait);
            wait = 1;
            for (var part : Part.values()) {
                if (!closing && !isElsewhere(part) && !isAlive(part)) {
                    progress.accept(
                            "%s died; see %s. Starting it again."
                                    .formatted(part.label(), log(part)));
                    try {
                        start(part);
                    } catch (Trouble e) {
                        progress.accept(String.valueOf(e.getMessage()));
                        wait = 10;
                    }
                }
            }
        }
    }

    /** Ends every process, services first. A stack that was detached before is left running. */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        for (var group :
                List.of(List.of(Part.GATEWAY), Part.SERVICES, List.of(Part.KAFKA, Part.MONGODB))) {
            inParallel(group, this::end);
        }
        deleteState();
        release();
    }

    /** Lets go of the processes: they go on by themselves, and {@link #endDetached} ends them. */
    public void detach() {
        closing = true;
        release();
    }

    /**
     * Ends what was started on this data by any launcher.
     *
     * @return whether anything ran
     */
    public static boolean endDetached(Path data) {
        var state = StackFile.read(data);
        if (state.isEmpty() || !state.get().isRunning()) {
            return false;
        }
        var file = state.get();
        ProcessHandle.of(file.launcher())
                .filter(_ -> file.launcher() != 0)
                .ifPresent(launcher -> {
                    var _ = launcher.destroy();
                    awaitEnd(launcher);
                });
        for (var process : file.processes().reversed()) {
            if (process.pid() != 0 && process.isAlive()) {
                ProcessHandle.of(process.pid()).ifPresent(Stack::end);
            }
        }
        try {
            var _ = Files.deleteIfExists(StackFile.in(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    /** Deletes what is kept in a data folder of ours on which nothing runs. */
    public static void deleteData(Path data) {
        if (!Files.exists(data)) {
            return;
        }
        if (!Files.exists(data.resolve(MARK))) {
            throw new Trouble(
                    "%s is not a data folder of Lumbung; it is left as it is. Give another by --data."
                            .formatted(data));
        }
        if (StackFile.read(data).filter(StackFile::isRunning).isPresent()) {
            throw new Trouble(
                    "Lumbung runs on %s. End it first: ./lumbung down --data %s"
                            .formatted(data, data));
        }
        Home.deleteTree(data);
    }

    private static FileLock takeHold(Path data) {
        try {
            if (Files.exists(data) && !Files.isDirectory(data)) {
                throw new Trouble(
                        "%s is a file, not a folder. Give a folder by --data.".formatted(data));
            }
            if (Files.isDirectory(data) && !Files.exists(data.resolve(MARK)) && !isEmpty(data)) {
                throw new Trouble(
                        "%s holds something else than Lumbung's data. Give an empty or a new folder by --data."
                                .formatted(data));
            }
            var _ = Files.createDirectories(data.resolve("logs"));
            Files.writeString(
                    data.resolve(MARK),
                    "Data of Lumbung: the broker's log, the database and its keys. Delete with: ./lumbung up --fresh\n");
            if (StackFile.read(data).filter(StackFile::isRunning).isPresent()) {
                throw new Trouble(
                        "Lumbung runs already on %s. See ./lumbung status; end it with ./lumbung down, or give another folder by --data."
                                .formatted(data));
            }
            var lock =
                    FileChannel.open(
                                    data.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE)
                            .tryLock();
            if (lock == null) {
                throw new Trouble(
                        "Another launcher is at work on %s. Wait for it, or give another folder by --data."
                                .formatted(data));
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            throw new Trouble("This program is at work on %s already.".formatted(data));
        } catch (IOException e) {
            throw new Trouble(
                    "The folder %s cannot be written (%s). Give another by --data."
                            .formatted(data, e.getMessage()));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private void release() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            progress.accept("The lock could not be released: " + e.getMessage());
        }
    }

    /**
     * Makes the caches that let services start fast, of what earlier runs of this build recorded.
     */
    private void prepare() {
        if (!options.caches()) {
            return;
        }
        var recorded =
                Part.SERVICES.stream()
                        .map(AotCache::of)
                        .filter(cache -> cache.isRecorded() && !cache.isMade())
                        .toList();
        if (recorded.isEmpty()) {
            return;
        }
        progress.accept("making the next starts of this build faster, once");
        try (var workers = Executors.newFixedThreadPool(2)) {
            recorded.forEach(cache -> workers.execute(() -> cache.make(jvm(cache.service()))));
        }
    }

    private void inParallel(List<Part> parts, Consumer<Part> action) {
        try {
            CompletableFuture.allOf(
                            parts.stream()
                                    .map(part ->
                                            CompletableFuture.runAsync(
                                                    () -> action.accept(part),
                                                    Thread::startVirtualThread))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private boolean isElsewhere(Part part) {
        return (part == Part.KAFKA && options.environment().containsKey("KAFKA_BOOTSTRAP_SERVERS"))
                || (part == Part.MONGODB && options.environment().containsKey("MONGODB_URI"));
    }

    private String address(Part part) {
        return switch (part) {
            case KAFKA ->
                    options.environment()
                            .getOrDefault(
                                    "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.get(part));
            case MONGODB ->
                    options.environment()
                            .getOrDefault("MONGODB_URI", "mongodb://127.0.0.1:" + ports.get(part));
            case MEMBERSHIP, PHARMACY, CLINIC, SHU, GATEWAY -> url(part);
        };
    }

    /** Shares its lock with {@link #close()}: nothing may be launched behind the back of an end. */
    private synchronized void launch(Part part) {
        if (closing) {
            throw new Trouble(
                    "%s was not started, since all is being ended.".formatted(part.label()));
        }
        processes.put(
                part,
                run(
                        part,
                        command(part),
                        environment(part, ports.getOrDefault(part, 0)),
                        part.label()));
        save();
    }

    private List<String> command(Part part) {
        var command = new ArrayList<String>();
        command.add(Home.java());
        command.addAll(jvm(part));
        var parent = Long.toString(options.detached() ? 0 : ProcessHandle.current().pid());
        if (part.isService()) {
            var cache = AotCache.of(part);
            cache.unpack();
            if (options.caches()) {
                command.addAll(cache.flags());
            }
            command.addAll(
                    List.of(
                            "-cp",
                            cache.classPath(),
                            Child.class.getName(),
                            parent,
                            part.mainClass()));
        } else {
            command.addAll(List.of("-cp", Home.classPath(), Child.class.getName(), parent));
            var port = Integer.toString(ports.getOrDefault(part, 0));
            var folder = options.data().toAbsolutePath().resolve(part.label()).toString();
            command.addAll(
                    part == Part.KAFKA
                            ? List.of(
                                    KafkaProcess.class.getName(),
                                    port,
                                    Integer.toString(controllerPort),
                                    folder)
                            : List.of(
                                    MongoProcess.class.getName(),
                                    port,
                                    options.memory() ? "memory" : folder));
        }
        return command;
    }

    private List<String> jvm(Part part) {
        var heap =
                part == Part.MONGODB && options.memory()
                        ? 4 * part.heapMegabytes()
                        : part.heapMegabytes();
        var flags =
                new ArrayList<>(
                        part.isSeldomCalled() ? List.of("-XX:TieredStopAtLevel=1") : COMPILE_LATER);
        flags.addAll(
                List.of(
                        "-Xmx" + heap + "m",
                        "-XX:NewRatio=3",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-XX:MaxDirectMemorySize=64m",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        "-XX:TrimNativeHeapInterval=5000",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dfile.encoding=UTF-8"));
        return flags;
    }

    private Map<String, String> environment(Part part, int port) {
        var environment = new HashMap<>(options.environment());
        if (part.isService()) {
            environment.put("SERVER_PORT", Integer.toString(port));
            environment.put("SERVER_ADDRESS", "127.0.0.1");
            environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
            environment.put("MONGODB_URI", mongodb());
        }
        if (part.isService()) {
            identity(part, environment);
        }
        if (part == Part.GATEWAY || part == Part.SHU) {
            for (var service : List.of(Part.MEMBERSHIP, Part.PHARMACY, Part.CLINIC, Part.SHU)) {
                environment.put("LUMBUNG_" + service.name() + "_URL", url(service));
            }
        }
        return environment;
    }

    /** They must last as long as the database they belong to, and no longer. */
    private Path keys(Part part) {
        var besideTheDatabase =
                isElsewhere(Part.MONGODB)
                        ? Path.of(System.getProperty("user.home"), ".lumbung")
                        : options.data().toAbsolutePath();
        return besideTheDatabase.resolve("keys").resolve(part.label());
    }

    /** Whom a service believes, and by what it proves itself to the others. */
    private void identity(Part part, Map<String, String> environment) {
        var server = url(Part.MEMBERSHIP);
        environment.putIfAbsent("LUMBUNG_ISSUER_URI", gateway());
        environment.putIfAbsent("LUMBUNG_JWK_SET_URI", server + "/oauth2/jwks");
        if (part == Part.GATEWAY) {
            return;
        }
        var folder = options.data().toAbsolutePath();
        var _ = environment.putIfAbsent("LUMBUNG_KEYSET_FILE", keys(part).toString());
        environment.put("LUMBUNG_TOKEN_URI", server + "/oauth2/token");
        environment.put("LUMBUNG_CLIENT_ID", part.label());
        environment.put("LUMBUNG_CLIENT_SECRET", secrets.of(part));
        if (part == Part.MEMBERSHIP) {
            environment.put(
                    "LUMBUNG_FIRST_PASSWORD_FILE", folder.resolve("first-password").toString());
            for (var service : List.of(Part.MEMBERSHIP, Part.PHARMACY, Part.CLINIC, Part.SHU)) {
                environment.put(
                        "LUMBUNG_IDENTITY_SERVICECLIENTS_%s_SECRET".formatted(service.name()),
                        secrets.of(service));
            }
        }
    }

    private Process run(
            Part part, List<String> command, Map<String, String> environment, String log) {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        options.data()
                                                .resolve("logs")
                                                .resolve(log + ".log")
                                                .toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Trouble("%s cannot be started: %s".formatted(part.label(), e.getMessage()));
        }
    }

    private void awaitReady(Part part, Instant began) {
        var process = processes.get(part);
        if (process == null) {
            throw new Trouble(part.label() + " was ended while it started.");
        }
        switch (part) {
            case KAFKA, MONGODB -> awaitPort(part, process, ports.getOrDefault(part, 0), began);
            case MEMBERSHIP, PHARMACY, CLINIC, SHU, GATEWAY ->
                    awaitHttp(part, process, url(part) + "/actuator/health/readiness", began);
        }
    }

    private void awaitPort(Part part, Process process, int port, Instant began) {
        await(
                part,
                process,
                began,
                () -> {
                    try (var socket = new Socket()) {
                        socket.connect(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                        return true;
                    } catch (IOException _) {
                        return false;
                    }
                });
    }

    private void awaitHttp(Part part, Process process, String url, Instant began) {
        var request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build();
        await(
                part,
                process,
                began,
                () -> {
                    try {
                        return http.send(request, HttpResponse.BodyHandlers.discarding())
                                        .statusCode()
                                == 200;
                    } catch (IOException _) {
                        return false;
                    }
                });
    }

    private interface Check {
        boolean holds() throws InterruptedException;
    }

    private void await(Part part, Process process, Instant began, Check check) {
        try {
            while (!check.holds()) {
                if (!process.isAlive()) {
                    throw new Trouble(
                            "%s ended while it started. The end of %s:%n%s"
                                    .formatted(part.label(), log(part), tail(log(part))));
                }
                if (Duration.between(began, Instant.now()).compareTo(PATIENCE) > 0) {
                    throw new Trouble(
                            "%s is not ready after %d s. The end of %s:%n%s"
                                    .formatted(
                                            part.label(),
                                            PATIENCE.toSeconds(),
                                            log(part),
                                            tail(log(part))));
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while %s started.".formatted(part.label()));
        }
    }

    private static String tail(Path log) {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LOG_TAIL), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(the log cannot be read)";
        }
    }

    private synchronized void save() {
        var running = new ArrayList<StackFile.Running>();
        for (var part : Part.values()) {
            var process = processes.get(part);
            if (process != null) {
                running.add(
                        new StackFile.Running(
                                part.label(),
                                process.pid(),
                                ports.getOrDefault(part, 0),
                                address(part),
                                StackFile.startedAt(process.toHandle())));
            } else if (isElsewhere(part)) {
                running.add(new StackFile.Running(part.label(), 0, 0, address(part), 0));
            }
        }
        new StackFile(options.detached() ? 0 : ProcessHandle.current().pid(), gateway(), running)
                .write(options.data());
    }

    private void deleteState() {
        try {
            var _ = Files.deleteIfExists(StackFile.in(options.data()));
        } catch (IOException e) {
            progress.accept("stack.json could not be deleted: " + e.getMessage());
        }
    }

    private static void end(ProcessHandle process) {
        var _ = process.destroy();
        awaitEnd(process);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            var _ = process.onExit().get(TIME_TO_END.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            var _ = process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(@Nullable Duration duration) {
        return duration == null ? 0 : duration.toMillis() / 1000.0;
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
