namespace Dynptrs.Tests;

/// <summary>Asserts that the runtime refuses an access that the verifier would have refused.</summary>
internal static class Refused
{
    public static void Access<T>(ref T it, string because, Use<T> use)
        where T : allows ref struct
    {
        try
        {
            use(ref it);
        }
        catch (DynptrException e)
        {
            Assert.Contains(because, e.Message);
            return;
        }

        Assert.Fail($"The access was expected to be refused because \"{because}\".");
    }
}
