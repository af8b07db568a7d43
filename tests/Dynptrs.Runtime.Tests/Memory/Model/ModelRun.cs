using System.Collections.Generic;

namespace Dynptrs.Tests.Memory.Model;

/// <summary>Does the same with real memory and with its model.</summary>
internal static class ModelRun
{
    /// <summary>Runs operations one after the other, and compares after each.</summary>
    public static void Run(MemoryModel memory, IEnumerable<Operation> operations)
    {
        var ptr = memory.Make();
        var whole = ptr;
        try
        {
            memory.AssertAgrees(whole);
            foreach (var operation in operations)
            {
                // Of no bytes, so that there is one wherever the view starts in one piece.
                var slice = ptr.GetSlice(0, default, 0);
                var endsSlices = operation.Apply(memory, ref ptr);
                Assert.Equal(memory.Size, ptr.Size);
                Assert.Equal(memory.IsReadOnly, ptr.IsReadOnly);
                memory.AssertAgrees(whole);
                if (slice)
                    Assert.Equal(!endsSlices, IsAlive(slice));
            }
        }
        finally
        {
            memory.Release(ref ptr);
        }
    }

    private static bool IsAlive(ReadOnlySlice slice)
    {
        try
        {
            _ = slice.Span;
            return true;
        }
        catch (DynptrException)
        {
            return false;
        }
    }
}
