namespace Dynptrs.Tool;

/// <summary>How commands end.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>Something is refused, or does not agree.</summary>
    public const int Refused = 1;

    /// <summary>The command cannot do what it is asked.</summary>
    public const int CannotRun = 2;
}
