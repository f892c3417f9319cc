using MLNet.Gan.Tool;
using MLNet.Gan.Tool.Progress;

IProgressDisplay progress = Console.IsErrorRedirected ? new NoProgress() : new TerminalProgress();
return new GanFid(Console.Out, Console.Error, progress).Run(args);
