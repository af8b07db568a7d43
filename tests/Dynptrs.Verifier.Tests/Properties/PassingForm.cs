namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>How a followed function is given several things.</summary>
internal enum PassingForm
{
    Separate,
    StructByValue,
    StructByIn,
    StructByRef,
}
