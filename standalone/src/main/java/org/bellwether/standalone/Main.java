package org.bellwether.standalone;

import java.io.PrintWriter;
import java.time.InstantSource;
import org.bellwether.standalone.stack.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The command line. A stack that Ctrl-C or a signal has stopped ends with 128 and the signal's number, as is the custom. */
@Command(
        name = "bellwether",
        description =
                "Watches news, think-tank and government feeds for policy signals on the Korea–US alliance, on this"
                        + " machine alone.",
        subcommands = {DemoCommand.class, UpCommand.class, HelpCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(demo | up | help)",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well",
            "1:the stack did not start, or a service ended; one line says why",
            "2:the command was not understood",
            "130:stopped by Ctrl-C",
            "143:stopped by SIGTERM"
        },
        footer = {"", "bellwether help <command> shows a command's options."})
public final class Main implements Runnable {

    private Main() {}

    /** Runs the command line and ends this JVM. */
    public static void main(String[] args) {
        // Before anything logs.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logs.offTheConsole();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler((e, args) -> misunderstood(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
        return line;
    }

    /** Runs until something ends it; the shutdown hook stops whatever runs, also after a signal. */
    static int launch(Plan plan) throws InterruptedException {
        InstantSource clock = InstantSource.system();
        Launcher launcher = new Launcher(plan, new Progress(System.out, clock), System.err, clock);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stopping"));
        return launcher.run();
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    private static int misunderstood(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getParent() == null ? "" : " " + command.getCommandName();
        err.println("bellwether: " + e.getMessage() + "; see ./bellwether help" + name);
        return CommandLine.ExitCode.USAGE;
    }

    /** A refusal says all there is to say; anything else is a defect, and says where. */
    private static int failed(Exception e, CommandLine command) {
        if (e instanceof Refusal) {
            command.getErr().println("bellwether: " + e.getMessage());
        } else {
            StackTraceElement[] frames = e.getStackTrace();
            command.getErr()
                    .println("bellwether: this should not happen: " + e
                            + (frames.length == 0 ? "" : " at " + frames[0]));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
