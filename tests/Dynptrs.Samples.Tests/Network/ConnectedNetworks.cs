using System;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;
using Dynptrs.Kernel.Tests.Building;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs.Samples.Tests.Network;

/// <summary>
/// Two networks of a test's own, connected by two interfaces: <c>near</c> with 10.0.0.1 and fd00::1, <c>far</c> with 10.0.0.2 and fd00::2.
/// </summary>
internal sealed partial class ConnectedNetworks : IDisposable
{
    private const int NewNetwork = 0x40000000;

    private readonly SafeFileHandle _near = Create();
    private readonly SafeFileHandle _far = Create();

    private ConnectedNetworks()
    {
        Command.SkipUnlessRun(
            "ip", "link", "add", "far", "type", "veth",
            "peer", "name", "near", "netns", $"/proc/{Environment.ProcessId}/fd/{_near.DangerousGetHandle()}");
        Configure("far", 2);
        EnterNear();
        Configure("near", 1);
    }

    /// <summary>Runs a test in them, on a thread of its own, with which they go. The test ends where that is not allowed.</summary>
    public static void Run(Action<ConnectedNetworks> test)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var networks = new ConnectedNetworks();
                test(networks);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    /// <summary>The number of <c>far</c>, in its network.</summary>
    public static int FarIndex => (int)IndexOf("far");

    /// <summary>What this thread opens from now on is in the network of <c>near</c>.</summary>
    public void EnterNear() => Enter(_near);

    /// <summary>What this thread opens from now on is in the network of <c>far</c>.</summary>
    public void EnterFar() => Enter(_far);

    public void Dispose()
    {
        _near.Dispose();
        _far.Dispose();
    }

    private static SafeFileHandle Create()
    {
        Assert.SkipUnless(Unshare(NewNetwork) == 0, "No network namespace can be made here.");
        return File.OpenHandle("/proc/thread-self/ns/net", share: FileShare.ReadWrite);
    }

    private static void Configure(string name, int number)
    {
        Command.SkipUnlessRun("ip", "address", "add", $"10.0.0.{number}/24", "dev", name);
        Command.SkipUnlessRun("ip", "address", "add", $"fd00::{number}/64", "dev", name, "nodad");
        Command.SkipUnlessRun("ip", "link", "set", name, "up");
    }

    private static void Enter(SafeFileHandle network) =>
        Assert.Equal(0, SetNamespace((int)network.DangerousGetHandle(), NewNetwork));

    [LibraryImport("libc", EntryPoint = "unshare")]
    private static partial int Unshare(int flags);

    [LibraryImport("libc", EntryPoint = "setns")]
    private static partial int SetNamespace(int descriptor, int type);

    [LibraryImport("libc", EntryPoint = "if_nametoindex", StringMarshalling = StringMarshalling.Utf8)]
    private static partial uint IndexOf(string name);
}
