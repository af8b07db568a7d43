using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Parents and children: a folder, the pages that are borrowed from it, and what merely looks into it.</summary>
public sealed class ParentTests
{
    private const string Archive = """
        using System;
        using Dynptrs;

        public sealed class Folder;

        [Owner]
        public ref struct Page
        {
            private int _number;
            [return: SliceOf("this"), MayBeNull] public readonly Slice<long> Read() => throw new NotSupportedException();
            public readonly int Copy([CloneOf("this")] out Page copy) => throw new NotSupportedException();
        }

        public static class Archive
        {
            [return: Acquires("folder"), MayBeNull] public static Folder? Open() => throw new NotSupportedException();
            public static void Close([Releases("folder")] Folder folder) => throw new NotSupportedException();
            public static void Take([Borrowed] in Page of, [Acquires("page"), DependsOn("of")] out Page page) => throw new NotSupportedException();
            public static void Take(Folder folder, [Acquires("page"), DependsOn("folder")] out Page page) => throw new NotSupportedException();
            public static void Show(Folder folder, [Initializes("view"), DependsOn("folder")] out Page page) => throw new NotSupportedException();
            public static void Return([Releases("page")] ref Page page) => throw new NotSupportedException();
        }
        """;

    [Fact]
    public Task A_child_is_released_before_its_parent() => Verify("""
        Archive.Take(folder, out Page page);
        Archive.Return(ref page);
        Archive.Close(folder);
        """);

    [Fact]
    public Task A_parent_is_not_released_before_its_child() => Verify("""
        Archive.Take(folder, out Page page);
        Archive.Close({|DYN013:folder|});
        Archive.Return(ref page);
        """);

    [Fact]
    public Task What_follows_from_it_is_not_reported() => Verify("""
        Archive.Take(folder, out Page page);
        Slice<long> lines = page.Read();
        Archive.Close({|DYN013:folder|});
        if (lines)
            lines.Value = 3;
        """);

    [Fact]
    public Task A_clone_holds_the_parent_too() => Verify("""
        Archive.Take(folder, out Page page);
        page.Copy(out Page copy);
        Archive.Take(folder, out Page other);
        Archive.Return(ref copy);
        Archive.Return(ref other);
        Archive.Close(folder);
        """);

    [Fact]
    public Task A_child_may_have_children() => Verify("""
        Archive.Take(folder, out Page page);
        Archive.Take(in page, out Page inner);
        if (n > 3)
        {
            Archive.Return(ref {|DYN013:page|});
        }
        else
        {
            Archive.Return(ref inner);
            Archive.Return(ref page);
        }
        Archive.Close(folder);
        """);

    [Fact]
    public Task A_child_without_a_reference_ends_with_its_parent() => Verify("""
        Archive.Show(folder, out Page page);
        page.Copy(out Page copy);
        Slice<long> lines = page.Read();
        Slice<long> others = copy.Read();
        Archive.Close(folder);
        if (n > 3 && lines)
            {|DYN005:lines|}.Value = 3;
        else if (others)
            {|DYN005:others|}.Value = 3;
        _ = {|DYN003:copy|}.Read();
        """);

    [Fact]
    public Task What_has_no_reference_is_no_parent() => AnalyzerTest.VerifyWithLibrary(Archive, """
        public static class Clerk
        {
            public static void Lent(Folder folder)
            {
                Archive.Take(folder, out Page page);
                Archive.Return(ref page);
                Archive.Show(folder, out Page view);
                _ = view.Read();
            }

            public static void Leaks()
            {
                if (Archive.Open() is not { } folder)
                    return;
                Archive.Take(folder, out Page page);
                Archive.Return(ref page);
            {|DYN001:}|}
        }
        """);

    [Fact]
    public Task A_dynptr_of_a_packet_ends_with_the_packet() => AnalyzerTest.VerifyWithLibrary(
        """
        using System;
        using Dynptrs;

        public static class Queue
        {
            [return: Acquires("packet"), MayBeNull] public static SkBuff? Take() => throw new NotSupportedException();
            public static void Drop([Releases("packet")] SkBuff packet) => throw new NotSupportedException();
        }
        """,
        """
        using Dynptrs;

        public static class Discipline
        {
            public static ulong Before()
            {
                if (Queue.Take() is not { } packet)
                    return 0;
                packet.ToDynptr(out Dynptr ptr);
                ulong size = ptr.Size;
                Queue.Drop(packet);
                return size;
            }

            public static ulong After()
            {
                if (Queue.Take() is not { } packet)
                    return 0;
                packet.ToDynptr(0, out Dynptr ptr);
                Queue.Drop(packet);
                return {|DYN003:ptr|}.Size;
            }
        }
        """);

    private static Task Verify(string statements) => AnalyzerTest.VerifyWithLibrary(
        Archive,
        $$"""
        using Dynptrs;

        public static class Clerk
        {
            public static void Work(int n)
            {
                Folder? folder = Archive.Open();
                if (folder is null)
                    return;
                {{statements}}
            }
        }
        """);
}
