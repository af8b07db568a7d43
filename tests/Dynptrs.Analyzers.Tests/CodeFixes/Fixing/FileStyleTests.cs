using System.Threading.Tasks;
using Dynptrs.CodeFixes.Lifetime;
using Dynptrs.CodeFixes.Memory;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Fixing;

/// <summary>What is said in comments, how lines are indented and how they end stays as it is in the file.</summary>
public sealed class FileStyleTests
{
    [Fact]
    public Task A_release_before_an_exit_in_a_file_with_tabs() => Verify<UnreleasedReferenceFix>(
        """
                events.Reserve(64, out var ptr);   // room for one
                if (n > 3)
                    {|DYN001:return 1;|} // too many

                // All is well.
                ptr.Submit( /* now */ );
                return   0;
        """,
        """
                events.Reserve(64, out var ptr);   // room for one
                if (n > 3)
                {
                    ptr.Discard();
                    return 1; // too many
                }

                // All is well.
                ptr.Submit( /* now */ );
                return   0;
        """,
        "Discard");

    [Fact]
    public Task A_test_before_a_use() => Verify<MissingNullCheckFix>(
        """
                events.Reserve(64, out var ptr);
                var number = ptr.Data<int>();

                // The number.
                {|DYN006:number|}.Value  =  n; // as given
                ptr.Submit();
                return 0;
        """,
        """
                events.Reserve(64, out var ptr);
                var number = ptr.Data<int>();
                if (number.IsNull)
                {
                    ptr.Submit();
                    return 0;
                }

                // The number.
                number.Value  =  n; // as given
                ptr.Submit();
                return 0;
        """,
        "Submit");

    [Fact]
    public Task A_release_that_goes() => Verify<RepeatedReleaseFix>(
        """
                events.Reserve(64, out var ptr);
                ptr.Submit(); // once

                // And again.
                {|DYN002:ptr|}.Discard(); // twice
                return   n; // done
        """,
        """
                events.Reserve(64, out var ptr);
                ptr.Submit(); // once

                return   n; // done
        """,
        "Remove");

    [Fact]
    public Task A_release_that_moves() => Verify<UseAfterEndFix>(
        """
                events.Reserve(64, out var ptr);
                var number = ptr.Data<int>();
                if (number)
                    number.Value = n;
                ptr.Submit(); // given away
                n  =  number ? {|DYN005:number|}.Value : 0; // looked at
                return n;
        """,
        """
                events.Reserve(64, out var ptr);
                var number = ptr.Data<int>();
                if (number)
                    number.Value = n;
                n  =  number ? number.Value : 0; // looked at
                ptr.Submit(); // given away
                return n;
        """,
        "Move");

    [Fact]
    public Task A_release_before_a_reference_is_overwritten() => Verify<OverwrittenReferenceFix>(
        """
                events.Reserve(64, out var ptr);

                // Another.
                events.Reserve( 32, out {|DYN004:ptr|} ); // smaller
                ptr.Submit();
                return 0;
        """,
        """
                events.Reserve(64, out var ptr);
                ptr.Discard();

                // Another.
                events.Reserve( 32, out ptr ); // smaller
                ptr.Submit();
                return 0;
        """,
        "Discard");

    [Fact]
    public Task A_clone_in_the_place_of_a_copy() => Verify<OpaqueCopyFix>(
        """
                events.Reserve(64, out var ptr);
                // A second one.
                Dynptr copy = {|DYN010:ptr|}; // of the first
                copy.Write( 0, n );
                ptr.Submit();
                return 0;
        """,
        """
                events.Reserve(64, out var ptr);
                // A second one.
                ptr.Clone(out Dynptr copy); // of the first
                copy.Write( 0, n );
                ptr.Submit();
                return 0;
        """,
        "Clone");

    [Fact]
    public Task A_jump_in_the_place_of_an_exit() => Verify<UnreleasedReferenceFix>(
        """
                events.Reserve(64, out var ptr);
                if (n > 9) goto  discard;
                if (n > 3) /* too many */ {|DYN001:return  0;|} // away
                ptr.Submit();
                return 0;
            discard: // the end
                ptr.Discard();
                return 0;
        """,
        """
                events.Reserve(64, out var ptr);
                if (n > 9) goto  discard;
                if (n > 3) /* too many */ goto discard; // away
                ptr.Submit();
                return 0;
            discard: // the end
                ptr.Discard();
                return 0;
        """,
        "Goto");

    /// <summary>In a file with tabs, and with line ends of Windows.</summary>
    private static Task Verify<TFix>(string marked, string fixedSource, string method)
        where TFix : CodeFixProvider, new() =>
        FixTest<TFix>.Verify(File(marked), File(fixedSource), method, editorConfig: "root = true\n[*.cs]\nindent_style = tab\n");

    private static string File(string body) =>
        $$"""
        using Dynptrs;

        public static class Probe
        {
            public static int Run(RingBuf events, int n)
            {
        {{body}}
            }
        }

        """.Replace("    ", "\t").ReplaceLineEndings("\r\n");
}
