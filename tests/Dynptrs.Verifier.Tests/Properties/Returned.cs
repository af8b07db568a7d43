namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>What a followed function returns: a number, or the first of its variables of some type.</summary>
internal enum Returned
{
    Number,
    Span,
    Ref,
    View,
    Handle,
}
