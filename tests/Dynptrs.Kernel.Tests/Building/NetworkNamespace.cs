using System;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs.Kernel.Tests.Building;

/// <summary>A network of a test's own: two interfaces that are connected, <c>near</c> with the address 10.0.0.1, and <c>far</c>.</summary>
internal static partial class NetworkNamespace
{
    private const int NewNetwork = 0x40000000;

    /// <summary>Runs a test in one, on a thread of its own, with which it goes. The test ends where that is not allowed.</summary>
    /// <param name="test">The test, which is given the number of <c>far</c>.</param>
    public static void Run(Action<int> test)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Assert.SkipUnless(Unshare(NewNetwork) == 0, "No network namespace can be made here.");
                Command.SkipUnlessRun("ip", "link", "add", "near", "type", "veth", "peer", "name", "far");
                Command.SkipUnlessRun("ip", "address", "add", "10.0.0.1/24", "dev", "near");
                Command.SkipUnlessRun("ip", "link", "set", "near", "up");
                Command.SkipUnlessRun("ip", "link", "set", "far", "up");
                test((int)IndexOf("far"));
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

    [LibraryImport("libc", EntryPoint = "unshare")]
    private static partial int Unshare(int flags);

    [LibraryImport("libc", EntryPoint = "if_nametoindex", StringMarshalling = StringMarshalling.Utf8)]
    private static partial uint IndexOf(string name);
}
