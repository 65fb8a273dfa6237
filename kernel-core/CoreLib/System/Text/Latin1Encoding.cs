namespace System.Text;

/// <summary>ISO 8859-1. Characters it lacks become question marks; .NET has a table of look-alikes for some of them.</summary>
internal sealed class Latin1Encoding : SingleByteEncoding
{
    public Latin1Encoding()
        : base('\xFF')
    {
    }

    public override string WebName => "iso-8859-1";

    public override int CodePage => 28591;

    public override string EncodingName => "Western European (ISO)";
}
