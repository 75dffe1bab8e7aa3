package id.lumbung.launcher.stack;

import java.util.concurrent.CountDownLatch;

/** Says that it has started, and cannot be ended in order. */
final class StubbornProgram {

    private StubbornProgram() {}

    public static void main(String[] args) throws InterruptedException {
        var never = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(() -> {
                                    try {
                                        never.await();
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                    }
                                }));
        System.out.println("started");
        never.await();
    }
}
