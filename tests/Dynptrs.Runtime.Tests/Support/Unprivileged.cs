using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs.Tests;

/// <summary>Runs a part of a test on a thread that has the rights of nobody, where the others have those of root.</summary>
internal static partial class Unprivileged
{
    private const nint Nobody = 65534;

    public static void Run(Action action)
    {
        nint? call = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => 117,
            Architecture.Arm64 => 147,
            _ => null,
        };
        Assert.SkipUnless(call is not null, "The number of the system call that changes the user of a thread is not known here.");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can make a thread that has fewer rights than its process.");
        nint changed = -1;
        Exception? thrown = null;

        // The system call is that of the thread, unlike the function of the library. The thread ends as nobody.
        var thread = new Thread(() =>
        {
            changed = SetResUid(call.Value, Nobody, Nobody, Nobody);
            try
            {
                if (changed == 0)
                    action();
            }
            catch (Exception e) when (e is DynptrException or Xunit.Sdk.XunitException)
            {
                thrown = e;
            }
        });
        thread.Start();
        thread.Join();
        Assert.Equal(0, changed);
        Assert.Null(thrown);
    }

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SetResUid(nint number, nint real, nint effective, nint saved);
}
