using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs.Tests;

/// <summary>Runs a part of a test on a thread that has no rights to files beyond those of nobody.</summary>
internal static partial class Unprivileged
{
    private const uint Nobody = 65534;

    public static void Run(Action action)
    {
        var thread = new Thread(() =>
        {
            // Of the user ids of a process, this one each thread has for itself.
            uint before = (uint)SetFileUserId(Nobody);
            action();
            _ = SetFileUserId(before);
        });
        thread.Start();
        thread.Join();
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileUserId(uint id);
}
