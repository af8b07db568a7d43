namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>What a flow capture is.</summary>
internal enum FlowCaptureKind
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>A variable that may differ from path to path: kept as a pointer.</summary>
    Alias,

    /// <summary>A variable that is the same on every path: not kept at all.</summary>
    Place,

    /// <summary>The enumerator of an array, a span or an inline array.</summary>
    Enumeration,
}
