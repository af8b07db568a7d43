using Dynptrs;

public static class WithoutForm
{
    private static readonly RingBuf Events = new(maxEntries: 4096);

    [BpfProgram("tc")]
    public static int OnSkb(SkBuff skb)
    {
        var made = Reserve();
        made.Record.Submit();
        return 0;
    }

    private static Made Reserve()
    {
        Made made = default;
        made.Error = Events.Reserve(8, out made.Record);
        return made;
    }

    private ref struct Made
    {
        public int Error;
        public Dynptr Record;
    }
}
