using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace Shims.Tests;

[TestClass]
public sealed class MLContextTests
{
    [TestMethod]
    public void Channel_OfAHost_ReachesTheLog()
    {
        MLContext context = new();
        List<LoggingEventArgs> log = [];
        context.Log += (_, message) => log.Add(message);
        using (var channel = ((IHostEnvironment)context).Register("Gan").Start("Training"))
            channel.Info(MessageSensitivity.None, "step {0}", 3);

        var info = log.Single(message => message.Kind == ChannelMessageKind.Info);
        Assert.AreEqual("Gan; Training", info.Source);
        Assert.AreEqual("step 3", info.RawMessage);
        Assert.AreEqual("[Source=Gan; Training, Kind=Info] step 3", info.Message);
        var traces = log.Where(message => message.Kind == ChannelMessageKind.Trace).Select(message => message.RawMessage).ToList();
        Assert.HasCount(3, traces);
        Assert.Contains("Channel started", traces[0]);
        Assert.Contains("Channel finished", traces[1]);
        Assert.Contains("Channel disposed", traces[2]);
    }

    [TestMethod]
    public void Message_WithoutArguments_IsNotFormatted()
    {
        MLContext context = new();
        List<string> log = [];
        context.Log += (_, message) => log.Add(message.RawMessage);
        using (var channel = ((IHostEnvironment)context).Start("Plain"))
            channel.Warning(MessageSensitivity.None, "{0} {");
        Assert.Contains("{0} {", log);
    }

    [TestMethod]
    public void Rand_OfHosts_FollowsTheSeedAndTheOrderOfRegistration()
    {
        Assert.AreEqual(Draw(new MLContext(7)), Draw(new MLContext(7)));
        Assert.AreNotEqual(Draw(new MLContext(7)), Draw(new MLContext(8)));
        IHostEnvironment first = new MLContext(), second = new MLContext();
        Assert.AreEqual(first.Register("A", seed: 5).Rand.Next(), second.Register("B", seed: 5).Rand.Next());

        static (int, int) Draw(IHostEnvironment context) => (context.Register("A").Rand.Next(), context.Register("B").Rand.Next());
    }

    [TestMethod]
    public void Devices_UnlessSaid_AreTheCpu()
    {
        Assert.IsNull(new MLContext().GpuDeviceId);
        Assert.IsTrue(new MLContext().FallbackToCpu);
    }
}
