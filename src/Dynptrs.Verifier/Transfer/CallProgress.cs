namespace Dynptrs.Verifier.Transfer;

/// <summary>How a path goes on after a call instruction.</summary>
internal enum CallProgress
{
    /// <summary>With the next instruction.</summary>
    Done,

    /// <summary>In the function that was called.</summary>
    Entered,

    /// <summary>At the call, which runs its callback any number of times.</summary>
    RunsCallback,
}
