using System.Threading.Tasks;

namespace Dynptrs.Analyzers.Tests.Testing;

/// <summary>A library that no one has heard of, with contracts on its methods: what the analyzer knows of it is what it declares.</summary>
internal static class Library
{
    private const string Declarations = """
        using System;
        using Dynptrs;

        [Owner]
        public ref struct Room
        {
            private int _number;
            [Releases(IfHeld = true)] public void Dispose() => _number = 0;
            [Releases("room")] public void Vacate() => _number = 0;
        }

        [View]
        public readonly ref struct Window
        {
            private readonly Span<int> _panes;
            [NullTest(true)] public bool IsNull => _panes.IsEmpty;
            [NullTest(false)] public static implicit operator bool(Window window) => !window._panes.IsEmpty;
            [Dereferences] public ref int Pane => ref _panes[0];
            [Dereferences] public Span<int> Panes => _panes;
            [Dereferences] public ref int this[int index] => ref _panes[index];
        }

        public delegate int Visit<T>(int floor, ref T luggage) where T : allows ref struct;

        public static class Hotel
        {
            public static int CheckIn([Acquires("room")] out Room room) => throw new NotSupportedException();
            [return: Acquires("room")] public static Room Book() => throw new NotSupportedException();
            public static void CheckOut([Releases("room")] ref Room room) => throw new NotSupportedException();
            public static void Show([Initializes("lobby")] out Room room) => throw new NotSupportedException();
            public static void Share([Borrowed] in Room room, [CloneOf("room")] out Room other) => throw new NotSupportedException();
            public static int Clean([Borrowed] in Room room) => throw new NotSupportedException();
            public static void Paint([InvalidatesSlices] in Room room) => throw new NotSupportedException();
            [return: SliceOf("room"), MayBeNull] public static Window Look([Borrowed] scoped in Room room) => throw new NotSupportedException();
            public static int Tour<T>(int floors, [Callback(Context = "luggage", Runs = "floors")] Visit<T> visit, ref T luggage) where T : allows ref struct => throw new NotSupportedException();
        }

        public sealed class Umbrella;

        public static class Laundry
        {
            [return: Acquires("towels")] public static byte[] Take() => throw new NotSupportedException();
            public static void Return([Releases("towels")] byte[] towels) => throw new NotSupportedException();
        }

        public static class Stand
        {
            [return: Acquires("umbrella"), MayBeNull] public static Umbrella? Take() => throw new NotSupportedException();
            public static void Return([Releases("umbrella")] Umbrella umbrella) => throw new NotSupportedException();
        }
        """;

    /// <summary>Verifies the members of a class that uses the library.</summary>
    public static Task Verify(string members) => AnalyzerTest.Verify(
        $$"""
        using System;
        using Dynptrs;

        public static class Guest
        {
        {{members}}
        }
        """,
        Declarations);

    /// <summary>Verifies top-level statements that use the library.</summary>
    public static Task VerifyStatements(string statements) => AnalyzerTest.Verify(
        $$"""
        using System;

        {{statements}}
        """,
        Declarations);
}
