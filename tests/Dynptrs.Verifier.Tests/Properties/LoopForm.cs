namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>What decides that a loop ends, if it does.</summary>
internal enum LoopForm
{
    /// <summary>A number grows to a bound.</summary>
    Up,

    /// <summary>A number falls to zero.</summary>
    Down,

    /// <summary>A number falls to zero, and one further: <c>while (n-- > 0)</c>.</summary>
    DownPast,

    /// <summary>A number is shifted until no bit is left.</summary>
    Shift,

    /// <summary>A number loses its lowest bit until none is left.</summary>
    Bits,

    /// <summary>A flag is cleared in the round in which a number gets to a bound.</summary>
    Flag,

    /// <summary>What the ref variable points to grows to a bound.</summary>
    Alias,

    /// <summary>A byte of a span grows to a bound.</summary>
    Memory,

    /// <summary>Nothing: it is left from inside, or never.</summary>
    None,
}
