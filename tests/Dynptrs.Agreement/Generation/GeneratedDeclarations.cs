using System.Collections.Immutable;

namespace Dynptrs.Agreement.Generation;

/// <summary>What generated programs share: helpers, maps, variables and structures.</summary>
internal static class GeneratedDeclarations
{
    /// <summary>The class whose parts the programs are.</summary>
    public const string ClassName = "Generated";

    /// <summary>How many bytes a page of the maps and variables has.</summary>
    public const int PageSize = 64;

    /// <summary>How many bytes an entry has.</summary>
    public const int EntrySize = 16;

    /// <summary>How many numbers the table has.</summary>
    public const int TableLength = 16;

    /// <summary>What stands in front of a program, and what behind it.</summary>
    public const string Head = """
        using System;
        using Dynptrs;
        using static Generation.Bpf;

        namespace Generation;

        internal static partial class Generated
        {

        """;

    public const string Text = """
        using System.Runtime.CompilerServices;
        using Dynptrs;

        namespace Generation;

        [BpfHelpers(Kernel = "7.2")]
        internal static partial class Bpf;

        internal sealed class SyscallContext;

        [InlineArray(64)]
        internal struct Page
        {
            private byte _first;
        }

        [InlineArray(16)]
        internal struct Table
        {
            private uint _first;
        }

        internal struct Entry
        {
            public ulong Sum;
            public uint Last;
            public int State;
        }

        internal struct Guarded
        {
            public BpfSpinLock Lock;
            public uint Number;
            public ulong Sum;
        }

        internal static partial class Generated
        {
            private static readonly RingBuf records = new(maxEntries: 4096);
            private static readonly HashMap<uint, Entry> entries = new(maxEntries: 64);
            private static readonly HashMap<uint, Page> pages = new(maxEntries: 16);
            private static readonly HashMap<uint, Guarded> guarded = new(maxEntries: 4);
            private static readonly ArrayMap<ulong> counts = new(maxEntries: 8);
            private static readonly ArrayMap<Page> blocks = new(maxEntries: 4);
            private static readonly PerCpuArrayMap<Entry> local = new(maxEntries: 2);

            private static readonly uint limit = 63;

            [LoadTimeConstant(0, 63)] private static uint chosen = 17;

            private static ulong total;
            private static uint last;
            private static int state;
            private static Page page;
            private static Table table;
        }
        """;

    /// <summary>The variables that are numbers.</summary>
    public static ImmutableArray<(string Name, NumberType Type)> Numbers { get; } =
    [
        ("total", NumberType.ULong),
        ("last", NumberType.UInt),
        ("state", NumberType.Int),
        ("limit", NumberType.UInt),
        ("chosen", NumberType.UInt),
    ];
}
