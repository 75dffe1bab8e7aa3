package id.lumbung.launcher.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The broker, the database and the five services, each a process of its own, on one data folder.
 * Each can be killed and started again alone; all end with {@link #close()}, or with the death of
 * this process unless they were left running.
 */
public final class Stack implements AutoCloseable {

    private static final List<StackPart> UNDER_THE_SERVICES =
            List.of(StackPart.KAFKA, StackPart.MONGODB);

    private static final List<StackPart> BESIDE_EACH_OTHER =
            Stream.concat(Stream.of(StackPart.KAFKA), StackPart.SERVICES.stream()).toList();

    private final StackOptions options;
    private final Consumer<String> progress;
    private final DataFolder data;
    private final Addresses addresses;
    private final Launch launch;
    private final Readiness readiness = new Readiness();
    private final StackProcesses processes = new StackProcesses();
    private final Map<StackPart, Duration> startTimes = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /**
     * Takes hold of the data folder; starts nothing yet.
     *
     * @param progress gets a sentence for each thing that happens
     * @throws UserError when the folder is in use, is no folder of ours or cannot be written, or
     *     the port is in use
     */
    public Stack(StackOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.data = DataFolder.hold(options.data());
        try {
            this.addresses = new Addresses(options);
            this.launch = new Launch(options, data, addresses);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** Whether services start fast already: an earlier run of this build was recorded. */
    public static boolean startsFast() {
        return AotCaches.isRecordedForAll();
    }

    /** Starts all that is not given by an address, and returns when all is ready. */
    public Stack startAll() {
        try {
            if (options.caches()) {
                AotCaches.makeRecorded(progress);
            }
            startParts();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts all parts, as {@link #startAll} does, without preparing anything first. Services need
     * the database when they start, but not the broker, which takes longest of the two: it comes up
     * beside them.
     */
    public void startParts() {
        start(StackPart.MONGODB);
        Parallel.run(BESIDE_EACH_OTHER, this::start);
    }

    /**
     * Starts a part and returns when it is ready; does nothing for a part that stands elsewhere.
     */
    public void start(StackPart part) {
        if (addresses.isElsewhere(part)) {
            progress.accept("%-10s at %s".formatted(part.label(), addresses.of(part)));
            return;
        }
        var began = System.nanoTime();
        readiness.await(part, launch(part), addresses.port(part), log(part));
        var took = Duration.ofNanos(System.nanoTime() - began);
        startTimes.put(part, took);
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "%-10s ready after %.1f s",
                        part.label(),
                        took.toMillis() / 1000.0));
    }

    /** Shares its lock with {@link #close()}: nothing may be launched behind the back of an end. */
    private synchronized Process launch(StackPart part) {
        if (closing) {
            throw new UserError(
                    "%s was not started, since all is being ended.".formatted(part.label()));
        }
        var process = launch.part(part);
        processes.add(part, process);
        save();
        return process;
    }

    /** SIGKILL: the process gets no chance to tidy up. */
    public void kill(StackPart part) {
        if (processes.kill(part)) {
            save();
        }
    }

    /** SIGTERM, and SIGKILL to what does not end in time. */
    public void end(StackPart part) {
        processes.end(part);
    }

    /** A second instance of a service with settings of its own; the caller ends it. */
    public Process startSecond(StackPart service, int port, Map<String, String> settings) {
        return beside(service, launch.second(service, port, settings), port);
    }

    /** Another program beside a service, on the class path of both; the caller ends it. */
    public Process startBeside(
            StackPart service, Class<?> program, int port, Map<String, String> settings) {
        return beside(service, launch.beside(service, program, port, settings), port);
    }

    private Process beside(StackPart service, Process process, int port) {
        readiness.await(service, process, port, data.log(service.label() + "-2"));
        return process;
    }

    public Path data() {
        return options.data();
    }

    public String url(StackPart service) {
        return addresses.url(service);
    }

    public String gateway() {
        return url(StackPart.GATEWAY);
    }

    public String kafka() {
        return addresses.of(StackPart.KAFKA);
    }

    public String mongodb() {
        return addresses.of(StackPart.MONGODB);
    }

    /** Of the process of a part; 0 where none runs. */
    public long pid(StackPart part) {
        return processes.pid(part);
    }

    public boolean isAlive(StackPart part) {
        return processes.isAlive(part);
    }

    public @Nullable Duration startTime(StackPart part) {
        return startTimes.get(part);
    }

    public Path log(StackPart part) {
        return data.log(part.label());
    }

    /** Keeps watch until this process is asked to end: a part that died is started again. */
    public void watch() throws InterruptedException {
        var pauseSeconds = 1L;
        while (!closing) {
            TimeUnit.SECONDS.sleep(pauseSeconds);
            pauseSeconds = 1;
            for (var part : StackPart.values()) {
                if (!closing && !addresses.isElsewhere(part) && !isAlive(part)) {
                    progress.accept(
                            "%s died; see %s. Starting it again."
                                    .formatted(part.label(), log(part)));
                    try {
                        start(part);
                    } catch (UserError e) {
                        progress.accept(String.valueOf(e.getMessage()));
                        pauseSeconds = 10;
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
        Parallel.run(List.of(StackPart.GATEWAY), this::end);
        Parallel.run(StackPart.SERVICES, this::end);
        Parallel.run(UNDER_THE_SERVICES, this::end);
        StackFile.delete(options.data());
        data.close();
    }

    /** Lets go of the processes: they go on by themselves, and {@link #endDetached} ends them. */
    public void detach() {
        closing = true;
        data.close();
    }

    /**
     * Ends what was started on this data by any launcher.
     *
     * @return whether anything ran
     */
    public static boolean endDetached(Path data) {
        return DetachedStack.end(data);
    }

    private synchronized void save() {
        var launcher = ProcessHandle.current();
        new StackFile(
                        options.detached() ? 0 : launcher.pid(),
                        RunningProcess.startedAt(launcher),
                        gateway(),
                        processes.and(addresses))
                .write(options.data());
    }
}
