using MLNet.Gan.Tool;
using MLNet.Gan.Tool.Progress;

IProgressDisplay progress =
    Console.IsErrorRedirected ? new LogProgress(Console.Error, TimeProvider.System) : new TerminalProgress();
return new GanFid(new ToolOutput(Console.Out, Console.Error, progress)).Run(args);
