using System;

namespace Dynptrs;

/// <summary>Runs programs, and those with which they go on.</summary>
/// <remarks>Follows <c>MAX_TAIL_CALL_CNT</c>: a call counts where it finds a program.</remarks>
internal static class TailCalls
{
    private const int Max = 33;

    [ThreadStatic]
    private static int _left;

    [ThreadStatic]
    private static bool _isRunning;

    /// <summary>Runs a program to its end, that of the last one with which it goes on.</summary>
    public static int Run<T>(Func<T, int> program, T context)
    {
        var before = (_left, _isRunning);
        (_left, _isRunning) = (Max, true);
        try
        {
            while (true)
            {
                try
                {
                    return program(context);
                }
                catch (TailCallException call)
                {
                    (program, context) = ((Func<T, int>)call.Program, (T)call.Context);
                }
            }
        }
        finally
        {
            (_left, _isRunning) = before;
        }
    }

    /// <summary>Leaves the running program for another one, unless there were too many already.</summary>
    public static void Leave<T>(Func<T, int> program, T context)
        where T : class
    {
        if (!_isRunning)
        {
            throw new InvalidOperationException(
                "A program can go on with another one only while it runs. Run it through TestRun, or through its skeleton.");
        }

        if (_left == 0)
            return;
        _left--;
        throw new TailCallException(program, context);
    }
}
