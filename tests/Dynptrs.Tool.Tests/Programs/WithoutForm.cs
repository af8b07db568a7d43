using Dynptrs;

public static class WithoutForm
{
    private static readonly Func<int, int> Next = number => number + 1;

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int OnNanosleep(TracepointContext ctx) => Next(1) - 2;
}
