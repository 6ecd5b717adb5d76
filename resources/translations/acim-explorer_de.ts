<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BitPairs</name>
    <message>
        <source>This layer stays digital: nothing is converted.</source>
        <translation>Diese Schicht bleibt digital: Nichts wird gewandelt.</translation>
    </message>
</context>
<context>
    <name>ChartPlan</name>
    <message>
        <source>these settings</source>
        <translation>diese Einstellungen</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
</context>
<context>
    <name>ChipSpread</name>
    <message numerus="yes">
        <source>%n chips</source>
        <translation>
            <numerusform>%n Chip</numerusform>
            <numerusform>%n Chips</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1: %2 … %3, mean %4, standard deviation %5 points.</source>
        <translation>%1: %2 … %3, Mittel %4, Standardabweichung %5 Punkte.</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n Startwert</numerusform>
            <numerusform>%n Startwerte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DesignHint</name>
    <message>
        <source>{} codes for {} column sums: sums lie between codes and are rounded, though there are codes enough.</source>
        <translation>{} Codes für {} Spaltensummen: Summen liegen zwischen Codes und werden gerundet, obwohl es genug Codes gibt.</translation>
    </message>
    <message>
        <source>{} gives each sum a code of its own, for less energy.</source>
        <translation>{} gibt jeder Summe einen eigenen Code, für weniger Energie.</translation>
    </message>
    <message>
        <source>{} rows give {} column sums, an ADC of {} bits tells {} codes apart: nearly every sum is rounded.</source>
        <translation>{} Zeilen ergeben {} Spaltensummen, ein ADC mit {} Bit unterscheidet {} Codes: Fast jede Summe wird gerundet.</translation>
    </message>
    <message>
        <source>{} gives each sum a code of its own: nothing is lost but rows, {} of {}.</source>
        <translation>{} gibt jeder Summe einen eigenen Code: Verloren gehen nur Zeilen, {} von {}.</translation>
    </message>
    <message>
        <source>Noise of {} steps of the ADC changes no code, since every sum lies on a code: the array is as good as without it.</source>
        <translation>Rauschen von {} Stufen des ADC ändert keinen Code, da jede Summe auf einem Code liegt: Das Array ist so gut wie ohne.</translation>
    </message>
    <message>
        <source>More noise, and so less energy for comparator and capacitors, costs nothing up to about a tenth of a step.</source>
        <translation>Mehr Rauschen, und so weniger Energie für Komparator und Kondensatoren, kostet bis etwa zu einer Zehntelstufe nichts.</translation>
    </message>
    <message>
        <source>Noise of {} steps drowns the last bits of the ADC: they cost energy and tell little.</source>
        <translation>Rauschen von {} Stufen übertönt die letzten Bits des ADC: Sie kosten Energie und sagen wenig.</translation>
    </message>
    <message>
        <source>{} keeps the noise at half a step or more; or lower the noise.</source>
        <translation>{} lässt das Rauschen bei einer halben Stufe oder mehr; oder verringern Sie das Rauschen.</translation>
    </message>
    <message>
        <source>Without noise {} votes are all the same and only cost energy.</source>
        <translation>Ohne Rauschen sind {} Stimmen alle gleich und kosten nur Energie.</translation>
    </message>
    <message>
        <source>{}.</source>
        <translation>{}.</translation>
    </message>
    <message>
        <source>{} bits at a time leave {} for the last cycle, which takes a conversion all the same.</source>
        <translation>{} Bit auf einmal lassen {} für den letzten Zyklus, der dennoch eine Wandlung braucht.</translation>
    </message>
    <message>
        <source>An encoding that divides {} bits.</source>
        <translation>Eine Kodierung, die {} Bit ohne Rest teilt.</translation>
    </message>
    <message>
        <source>A digital pair of bits takes {} of the energy of an analog one here, and is exact.</source>
        <translation>Ein digitales Bitpaar braucht hier das {}-fache der Energie eines analogen und ist exakt.</translation>
    </message>
    <message>
        <source>{} makes the pairs that weigh most exact for less energy.</source>
        <translation>{} macht die Paare mit dem größten Gewicht exakt, für weniger Energie.</translation>
    </message>
    <message>
        <source>The upper {} of {} activation bits are never set in the input of {} on these images: conversions of nothing, and rounding that is coarser than it need be.</source>
        <translation>Die oberen {} von {} Aktivierungsbits sind im Eingang von {} auf diesen Bildern nie gesetzt: Wandlungen von nichts und Rundung, die gröber ist als nötig.</translation>
    </message>
    <message>
        <source>A lower {} of this layer (99.9, say) makes use of them; fewer {} save them.</source>
        <translation>{} dieser Schicht zu verringern (etwa 99,9) nutzt sie; weniger {} spart sie.</translation>
    </message>
    <message>
        <source>{} takes the vote of three; {} asks for none.</source>
        <translation>{} nimmt die Mehrheit aus dreien; {} verzichtet darauf.</translation>
    </message>
    <message>
        <source>{} with one sample is no vote: accuracy and energy are those without it.</source>
        <translation>{} mit einer Abtastung ist kein Voting: Genauigkeit und Energie sind die ohne es.</translation>
    </message>
    <message>
        <source>The ADC&apos;s range spans the sums of {} rows, {} of them to a code; {} of {} layers fill half of the rows or less ({} to {}), and their sums are read with the lowest codes alone.</source>
        <translation>Der Bereich des ADC umfasst die Summen von {} Zeilen, {} je Code; {} von {} Schichten füllen die Hälfte der Zeilen oder weniger ({} bis {}), und ihre Summen werden nur mit den untersten Codes gelesen.</translation>
    </message>
    <message>
        <source>A calibrated {} uses every code in each layer; so do fewer {}, as far as layers fill them.</source>
        <translation>Kalibriert nutzt {} in jeder Schicht alle Codes; ebenso weniger {}, soweit Schichten sie füllen.</translation>
    </message>
</context>
<context>
    <name>EnergyPart</name>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>DAC</source>
        <translation>DAC</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>Row drivers</source>
        <translation>Zeilentreiber</translation>
    </message>
    <message>
        <source>Shift and add</source>
        <translation>Schieben, Addieren</translation>
    </message>
    <message>
        <source>Digital</source>
        <translation>Digital</translation>
    </message>
    <message>
        <source>Partial sums</source>
        <translation>Partialsummen</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Out of memory</source>
        <translation>Der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>Use fewer images or points, or fewer threads</source>
        <translation>Weniger Bilder oder Punkte oder weniger Threads verwenden</translation>
    </message>
    <message>
        <source>An exception of unknown type</source>
        <translation>Eine Ausnahme von unbekanntem Typ</translation>
    </message>
    <message>
        <source>The lesson cannot be read</source>
        <translation>Die Lektion kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The layers of this network are not known</source>
        <translation>Die Schichten dieses Netzes sind nicht bekannt</translation>
    </message>
    <message>
        <source>The energy is no positive number</source>
        <translation>Die Energie ist keine positive Zahl</translation>
    </message>
    <message>
        <source>The ADC&apos;s range of this network cannot be calibrated here</source>
        <translation>Der Bereich des ADC kann für dieses Netz hier nicht kalibriert werden</translation>
    </message>
    <message>
        <source>Switch the calibration of the ADC&apos;s range off</source>
        <translation>Die Kalibrierung des ADC-Bereichs ausschalten</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept against a crash ({})</source>
        <translation>Nicht Gespeichertes kann nicht gegen einen Absturz bewahrt werden ({})</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept against a crash</source>
        <translation>Nicht Gespeichertes kann nicht gegen einen Absturz bewahrt werden</translation>
    </message>
    <message>
        <source>Save the study yourself, or free disk space</source>
        <translation>Die Studie selbst speichern oder Platz auf dem Datenträger schaffen</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>Der Lauf ist gescheitert</translation>
    </message>
    <message>
        <source>Nothing has been computed yet</source>
        <translation>Noch ist nichts gerechnet</translation>
    </message>
    <message>
        <source>Run a sweep first</source>
        <translation>Erst einen Sweep starten</translation>
    </message>
    <message>
        <source>The sweep could not start, so there is nothing to save</source>
        <translation>Der Sweep konnte nicht starten, also gibt es nichts zu speichern</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Ihn noch einmal starten</translation>
    </message>
    <message>
        <source>The study file is damaged: the state of the window</source>
        <translation>Die Studiendatei ist beschädigt: der Zustand des Fensters</translation>
    </message>
    <message>
        <source>The file was left as it was ({})</source>
        <translation>Die Datei blieb, wie sie war ({})</translation>
    </message>
    <message>
        <source>The folder cannot be written ({})</source>
        <translation>In den Ordner kann nicht geschrieben werden ({})</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Something other than a file has this name</source>
        <translation>Etwas anderes als eine Datei hat diesen Namen</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>Cannot write the file ({})</source>
        <translation>Die Datei kann nicht geschrieben werden ({})</translation>
    </message>
    <message>
        <source>There is no memory for a picture of this size</source>
        <translation>Für ein Bild dieser Größe reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>Choose a smaller size or scale</source>
        <translation>Eine kleinere Größe oder Skalierung wählen</translation>
    </message>
    <message>
        <source>The picture could not be encoded</source>
        <translation>Das Bild konnte nicht kodiert werden</translation>
    </message>
    <message>
        <source>This layer stays digital, so nothing of it is converted</source>
        <translation>Diese Schicht bleibt digital, nichts von ihr wird gewandelt</translation>
    </message>
    <message>
        <source>Put it on the array to look into it</source>
        <translation>Legen Sie sie auf das Array, um hineinzusehen</translation>
    </message>
    <message>
        <source>sums of all weight bits at once have signs and are not recorded</source>
        <translation>Summen aller Gewichtsbits auf einmal haben Vorzeichen und werden nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Set {} to {}.</source>
        <translation>{} auf {} setzen.</translation>
    </message>
    <message>
        <source>There is no output {0} at position {1}</source>
        <translation>Es gibt keinen Ausgang {0} an Position {1}</translation>
    </message>
    <message>
        <source>The layer has {0} outputs at {1} positions, counted from 0</source>
        <translation>Die Schicht hat {0} Ausgänge an {1} Positionen, gezählt ab 0</translation>
    </message>
    <message>
        <source>exact sums that may not fit 32 bits</source>
        <translation>exakte Summen, die vielleicht nicht in 32 Bit passen</translation>
    </message>
    <message>
        <source>Use 64 bits.</source>
        <translation>64 Bit verwenden.</translation>
    </message>
    <message>
        <source>this processor does not have {}</source>
        <translation>dieser Prozessor hat kein {}</translation>
    </message>
    <message>
        <source>layer geometry is not possible</source>
        <translation>diese Geometrie einer Schicht ist nicht möglich</translation>
    </message>
    <message>
        <source>It must be at least 1.</source>
        <translation>Es muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>layer geometry is too large</source>
        <translation>diese Geometrie einer Schicht ist zu groß</translation>
    </message>
    <message>
        <source>Sizes are at most 2^31.</source>
        <translation>Größen sind höchstens 2^31.</translation>
    </message>
    <message>
        <source>groups do not divide the layer</source>
        <translation>die Gruppen teilen die Schicht nicht</translation>
    </message>
    <message>
        <source>Channels and outputs must be multiples of the groups.</source>
        <translation>Kanäle und Ausgänge müssen Vielfache der Gruppen sein.</translation>
    </message>
    <message>
        <source>a layer of rows has a window</source>
        <translation>eine Schicht aus Zeilen hat ein Fenster</translation>
    </message>
    <message>
        <source>Linear layers and products have width, kernel and groups 1.</source>
        <translation>Lineare Schichten und Produkte haben Breite, Kern und Gruppen 1.</translation>
    </message>
    <message>
        <source>the layer has no output positions</source>
        <translation>die Schicht hat keine Ausgangspositionen</translation>
    </message>
    <message>
        <source>The input with its padding must be as large as the dilated kernel.</source>
        <translation>Der Eingang mit seinem Rand muss so groß sein wie der gedehnte Kern.</translation>
    </message>
    <message>
        <source>a value to quantise is not finite</source>
        <translation>ein Wert, der quantisiert werden soll, ist nicht endlich</translation>
    </message>
    <message>
        <source>Activations and weights must be numbers; look for a network that overflows.</source>
        <translation>Aktivierungen und Gewichte müssen Zahlen sein; läuft das Netz über?</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>{}. {}</source>
        <translation>{}. {}</translation>
    </message>
    <message>
        <source>Cannot read the file ({})</source>
        <translation>Die Datei kann nicht gelesen werden ({})</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>Make room or name a place on another disk.</source>
        <translation>Platz schaffen oder einen Ort auf einem anderen Datenträger angeben.</translation>
    </message>
    <message>
        <source>Name a place that is writable.</source>
        <translation>Einen Ort angeben, an den geschrieben werden darf.</translation>
    </message>
    <message>
        <source>The folder must exist.</source>
        <translation>Der Ordner muss vorhanden sein.</translation>
    </message>
    <message>
        <source>This is a folder</source>
        <translation>Das ist ein Ordner</translation>
    </message>
    <message>
        <source>This is no regular file</source>
        <translation>Das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Eine Datei angeben.</translation>
    </message>
    <message>
        <source>The file is too large ({} bytes)</source>
        <translation>Die Datei ist zu groß ({} Byte)</translation>
    </message>
    <message>
        <source>At most {} bytes are read here.</source>
        <translation>Höchstens {} Byte werden hier gelesen.</translation>
    </message>
    <message>
        <source>The file ended early, at byte {}</source>
        <translation>Die Datei endete zu früh, bei Byte {}</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>Cannot open the file</source>
        <translation>Die Datei kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>{} is no integer</source>
        <translation>{} ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>Integers are needed here.</source>
        <translation>Hier werden ganze Zahlen gebraucht.</translation>
    </message>
    <message>
        <source>The file is too short ({} bytes)</source>
        <translation>Die Datei ist zu kurz ({} Byte)</translation>
    </message>
    <message>
        <source>The header&apos;s length at byte 0, {}, does not fit the file of {} bytes</source>
        <translation>Die Länge des Kopfes bei Byte 0, {}, passt nicht zur Datei von {} Byte</translation>
    </message>
    <message>
        <source>The header at byte 8 is no JSON object</source>
        <translation>Der Kopf bei Byte 8 ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>The header is nested too deeply</source>
        <translation>Der Kopf ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>The header names &apos;{}&apos; twice</source>
        <translation>Der Kopf nennt „{}“ zweimal</translation>
    </message>
    <message>
        <source>The header is malformed JSON at byte {}</source>
        <translation>Der Kopf ist ab Byte {} kein gültiges JSON</translation>
    </message>
    <message>
        <source>__metadata__ is no object</source>
        <translation>__metadata__ ist kein Objekt</translation>
    </message>
    <message>
        <source>The value of &apos;{}&apos; in __metadata__ is no text</source>
        <translation>Der Wert von „{}“ in __metadata__ ist kein Text</translation>
    </message>
    <message>
        <source>The entry of tensor &apos;{}&apos; is not complete</source>
        <translation>Der Eintrag des Tensors „{}“ ist nicht vollständig</translation>
    </message>
    <message>
        <source>It has dtype, shape and data_offsets.</source>
        <translation>Er hat dtype, shape und data_offsets.</translation>
    </message>
    <message>
        <source>Tensor &apos;{}&apos; takes bytes {} to {} but has {} elements of {} bytes</source>
        <translation>Der Tensor „{}“ belegt die Bytes {} bis {}, hat aber {} Elemente von {} Byte</translation>
    </message>
    <message>
        <source>Tensor &apos;{}&apos; overlaps another one</source>
        <translation>Der Tensor „{}“ überlappt einen anderen</translation>
    </message>
    <message>
        <source>Tensor &apos;{}&apos; has the unknown type {}</source>
        <translation>Der Tensor „{}“ hat den unbekannten Typ {}</translation>
    </message>
    <message>
        <source>Known are {}.</source>
        <translation>Bekannt sind {}.</translation>
    </message>
    <message>
        <source>The shape of tensor &apos;{}&apos; is no list of at most {} sizes</source>
        <translation>Die Form des Tensors „{}“ ist keine Liste von höchstens {} Größen</translation>
    </message>
    <message>
        <source>The shape of tensor &apos;{}&apos; has a size that is no whole number</source>
        <translation>Die Form des Tensors „{}“ hat eine Größe, die keine ganze Zahl ist</translation>
    </message>
    <message>
        <source>The shape of tensor &apos;{}&apos; overflows</source>
        <translation>Die Form des Tensors „{}“ läuft über</translation>
    </message>
    <message>
        <source>The data_offsets of tensor &apos;{}&apos; are not two whole numbers</source>
        <translation>Die data_offsets des Tensors „{}“ sind nicht zwei ganze Zahlen</translation>
    </message>
    <message>
        <source>Tensor &apos;{}&apos; lies at bytes {} to {} of {} bytes of data</source>
        <translation>Der Tensor „{}“ liegt auf den Bytes {} bis {} von {} Byte Daten</translation>
    </message>
    <message>
        <source>The file may be truncated.</source>
        <translation>Die Datei ist vielleicht abgeschnitten.</translation>
    </message>
    <message>
        <source>Bytes {} to {} of the data belong to no tensor</source>
        <translation>Die Bytes {} bis {} der Daten gehören zu keinem Tensor</translation>
    </message>
    <message>
        <source>A safetensors file has 8 bytes of header length, a JSON header, then the data; this file may be truncated or of another format.</source>
        <translation>Eine safetensors-Datei hat 8 Byte mit der Länge des Kopfes, einen Kopf in JSON, dann die Daten; diese Datei ist vielleicht abgeschnitten oder von anderem Format.</translation>
    </message>
    <message>
        <source>The tensor &apos;{}&apos; is missing</source>
        <translation>Der Tensor „{}“ fehlt</translation>
    </message>
    <message>
        <source>no column sums to calibrate the ADC&apos;s range on</source>
        <translation>es gibt keine Spaltensummen, an denen sich der Bereich des ADC kalibrieren ließe</translation>
    </message>
    <message>
        <source>Record some images of this layer on the array first</source>
        <translation>Erst einige Bilder dieser Schicht auf dem Array aufzeichnen</translation>
    </message>
    <message>
        <source>a weight-parallel macro has no ADC range to calibrate this way</source>
        <translation>ein gewichtsparalleles Makro hat keinen ADC-Bereich, der sich so kalibrieren ließe</translation>
    </message>
    <message>
        <source>Set {} by hand</source>
        <translation>{} von Hand setzen</translation>
    </message>
    <message>
        <source>{} cells of a weight do not fit {} columns</source>
        <translation>{} Zellen eines Gewichts passen nicht in {} Spalten</translation>
    </message>
    <message>
        <source>Set {} to at least {}.</source>
        <translation>{} auf mindestens {} setzen.</translation>
    </message>
    <message>
        <source>mode float has no energy: no macro computes it</source>
        <translation>der Modus float hat keine Energie: kein Makro rechnet ihn</translation>
    </message>
    <message>
        <source>Choose quantised or simulated.</source>
        <translation>Den Modus quantised oder simulated wählen.</translation>
    </message>
    <message>
        <source>there is no preset &apos;{}&apos;</source>
        <translation>es gibt keine Vorlage „{}“</translation>
    </message>
    <message>
        <source>Did you mean &apos;{}&apos;? `acim list presets` names them all.</source>
        <translation>Ist „{}“ gemeint? `acim list presets` nennt alle.</translation>
    </message>
    <message>
        <source>the preset &apos;{}&apos; cannot be simulated</source>
        <translation>die Vorlage „{}“ kann nicht simuliert werden</translation>
    </message>
    <message>
        <source>It is there for its cost: {}</source>
        <translation>Es gibt sie ihrer Kosten wegen: {}</translation>
    </message>
    <message>
        <source>This is no object</source>
        <translation>Das ist kein Objekt</translation>
    </message>
    <message>
        <source>{} is no text</source>
        <translation>{} ist kein Text</translation>
    </message>
    <message>
        <source>{} is no list</source>
        <translation>{} ist keine Liste</translation>
    </message>
    <message>
        <source>{} holds something that is no text</source>
        <translation>{} enthält etwas, das kein Text ist</translation>
    </message>
    <message>
        <source>{} is neither true nor false</source>
        <translation>{} ist weder true noch false</translation>
    </message>
    <message>
        <source>{} is no number</source>
        <translation>{} ist keine Zahl</translation>
    </message>
    <message>
        <source>{} is {}, not within {} to {}</source>
        <translation>{} ist {}, nicht zwischen {} und {}</translation>
    </message>
    <message>
        <source>{} is &apos;{}&apos;, which is unknown</source>
        <translation>{} ist „{}“, was unbekannt ist</translation>
    </message>
    <message>
        <source>docs/energy-model.md describes the format of presets</source>
        <translation>docs/energy-model.md beschreibt das Format der Vorlagen</translation>
    </message>
    <message>
        <source>{} is missing</source>
        <translation>{} fehlt</translation>
    </message>
    <message>
        <source>It holds objects, one for each macro</source>
        <translation>Sie enthält Objekte, eines je Makro</translation>
    </message>
    <message>
        <source>no presets</source>
        <translation>keine Vorlagen</translation>
    </message>
    <message>
        <source>They are JSON of the schema {}</source>
        <translation>Sie sind JSON nach dem Schema {}</translation>
    </message>
    <message>
        <source>Fetch or copy the file again; its size and checksum should be those its source states.</source>
        <translation>Die Datei noch einmal holen oder kopieren; Größe und Prüfsumme sollten die der Quelle sein.</translation>
    </message>
    <message>
        <source>The file does not exist</source>
        <translation>Die Datei ist nicht vorhanden</translation>
    </message>
    <message>
        <source>Name an existing file.</source>
        <translation>Eine vorhandene Datei angeben.</translation>
    </message>
    <message>
        <source>The file cannot be read: {}</source>
        <translation>Die Datei kann nicht gelesen werden: {}</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Ihre Rechte prüfen.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <source>There is not enough memory to open an archive</source>
        <translation>Der Speicher reicht nicht, um ein Archiv zu öffnen</translation>
    </message>
    <message>
        <source>The archive is damaged or ends early: {}</source>
        <translation>Das Archiv ist beschädigt oder endet zu früh: {}</translation>
    </message>
    <message>
        <source>The archive holds more than {} entries</source>
        <translation>Das Archiv hat mehr als {} Einträge</translation>
    </message>
    <message>
        <source>Name a smaller archive.</source>
        <translation>Ein kleineres Archiv angeben.</translation>
    </message>
    <message>
        <source>The file is named {} but is no such archive</source>
        <translation>Die Datei heißt {}, ist aber kein solches Archiv</translation>
    </message>
    <message>
        <source>The data are damaged or end early, after {} bytes: {}</source>
        <translation>Die Daten sind beschädigt oder enden zu früh, nach {} Byte: {}</translation>
    </message>
    <message>
        <source>More than {} bytes come out of this file</source>
        <translation>Aus dieser Datei kommen mehr als {} Byte</translation>
    </message>
    <message>
        <source>Name the archive or batch file of the data set itself.</source>
        <translation>Das Archiv oder die Batch-Datei des Datensatzes selbst angeben.</translation>
    </message>
    <message>
        <source>The {0} of record {1} (byte {2}) is {3}, not 0..{4}</source>
        <translation>{0} von Datensatz {1} (Byte {2}): {3}, nicht 0..{4}</translation>
    </message>
    <message>
        <source>A {} file is a row of records of {} bytes that begin with the label; is it the data set&apos;s binary version, and the right one of CIFAR-10 and CIFAR-100?</source>
        <translation>Eine Datei von {} ist eine Folge von Sätzen von {} Byte, die mit der Klasse beginnen; ist es die binäre Fassung, und die richtige von CIFAR-10 und CIFAR-100?</translation>
    </message>
    <message>
        <source>Record {} (byte {}) ends after {} bytes</source>
        <translation>Satz {} (Byte {}) endet nach {} Byte</translation>
    </message>
    <message>
        <source>A {} file is a whole number of records of {} bytes; this one has {} bytes.</source>
        <translation>Eine Datei von {} ist eine ganze Zahl von Sätzen zu {} Byte; diese hat {} Byte.</translation>
    </message>
    <message>
        <source>There are more than {} records</source>
        <translation>Es sind mehr als {} Sätze</translation>
    </message>
    <message>
        <source>Name a smaller set.</source>
        <translation>Einen kleineren Satz von Bildern angeben.</translation>
    </message>
    <message>
        <source>coarse label</source>
        <translation>grobe Klasse</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>There is no image in this file</source>
        <translation>In dieser Datei ist kein Bild</translation>
    </message>
    <message>
        <source>It should hold at least one record.</source>
        <translation>Sie sollte mindestens einen Satz haben.</translation>
    </message>
    <message>
        <source>The training split should hold {} (the binary version of {}).</source>
        <translation>Der Trainingsteil sollte {} haben (die binäre Fassung von {}).</translation>
    </message>
    <message>
        <source>The test split should hold {} (the binary version of {}).</source>
        <translation>Der Testteil sollte {} haben (die binäre Fassung von {}).</translation>
    </message>
    <message>
        <source>The entry is there twice</source>
        <translation>Der Eintrag steht zweimal darin</translation>
    </message>
    <message>
        <source>The archive has no entry {}</source>
        <translation>Das Archiv hat keinen Eintrag {}</translation>
    </message>
    <message>
        <source>There is no {} in this folder</source>
        <translation>In diesem Ordner ist kein {}</translation>
    </message>
    <message>
        <source>There is no such file or folder</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>Name what {}:PATH should read: the folder of the binary version&apos;s files, one of them, or the archive as downloaded.</source>
        <translation>Angeben, was {}:PATH lesen soll: den Ordner der Dateien der binären Fassung, eine von ihnen oder das Archiv, wie es geladen wurde.</translation>
    </message>
    <message>
        <source>{} (read as black)</source>
        <translation>{} (als Schwarz gelesen)</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no value of {}</source>
        <translation>„{}“ ist kein Wert von {}</translation>
    </message>
    <message>
        <source>It should be a number of pixels, 1..{}.</source>
        <translation>Es sollte eine Zahl von Pixeln sein, 1..{}.</translation>
    </message>
    <message>
        <source>The data set has no path</source>
        <translation>Der Datensatz hat keinen Pfad</translation>
    </message>
    <message>
        <source>Write {}.</source>
        <translation>{} schreiben.</translation>
    </message>
    <message>
        <source>The crop of {} pixels is larger than the picture resized to {}</source>
        <translation>Der Ausschnitt von {} Pixeln ist größer als das auf {} verkleinerte Bild</translation>
    </message>
    <message>
        <source>resize is at least crop.</source>
        <translation>resize ist mindestens crop.</translation>
    </message>
    <message>
        <source>None of {} images can be used; the first, {}: {}</source>
        <translation>Keines von {} Bildern ist brauchbar; das erste, {}: {}</translation>
    </message>
    <message>
        <source>Images are JPEG or PNG files.</source>
        <translation>Bilder sind JPEG- oder PNG-Dateien.</translation>
    </message>
    <message>
        <source>An image folder has a folder of JPEG or PNG files for each class, or the files themselves and a labels file: imagenet:PATH,labels=FILE.csv.</source>
        <translation>Ein Bildordner hat für jede Klasse einen Ordner mit JPEG- oder PNG-Dateien, oder die Dateien selbst und eine Klassendatei: imagenet:PATH,labels=FILE.csv.</translation>
    </message>
    <message>
        <source>The folder cannot be read: {}</source>
        <translation>Der Ordner kann nicht gelesen werden: {}</translation>
    </message>
    <message>
        <source>There are more than {} files</source>
        <translation>Es sind mehr als {} Dateien</translation>
    </message>
    <message>
        <source>{0} of {1} folders are no class of the class list: {2}</source>
        <translation>{0} von {1} Ordnern sind keine Klasse der Klassenliste: {2}</translation>
    </message>
    <message>
        <source>Folders are named after a synset (n01440764), a name or a number of the class list.</source>
        <translation>Ordner heißen nach einem Synset (n01440764), einem Namen oder einer Nummer der Klassenliste.</translation>
    </message>
    <message>
        <source>The images&apos; classes are not known: no folder of a class, no labels file</source>
        <translation>Die Klassen der Bilder sind nicht bekannt: kein Ordner einer Klasse, keine Klassendatei</translation>
    </message>
    <message>
        <source>There are no JPEG or PNG files in the folder</source>
        <translation>Im Ordner sind keine JPEG- oder PNG-Dateien</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no file below the folder</source>
        <translation>„{}“ ist keine Datei unterhalb des Ordners</translation>
    </message>
    <message>
        <source>Name files relative to the folder of the images.</source>
        <translation>Dateien bezogen auf den Ordner der Bilder angeben.</translation>
    </message>
    <message>
        <source>Class {} is not one of 0..{}</source>
        <translation>Klasse {} ist keine von 0..{}</translation>
    </message>
    <message>
        <source>Classes count from 0; the class list has a line for each.</source>
        <translation>Klassen zählen ab 0; die Klassenliste hat für jede eine Zeile.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no class of the class list</source>
        <translation>„{}“ ist keine Klasse der Klassenliste</translation>
    </message>
    <message>
        <source>Name the class list by classes=FILE.</source>
        <translation>Die Klassenliste mit classes=FILE angeben.</translation>
    </message>
    <message>
        <source>Class {} is {}, not {}</source>
        <translation>Klasse {} ist {}, nicht {}</translation>
    </message>
    <message>
        <source>The labels file and the class list belong to different lists of classes.</source>
        <translation>Klassendatei und Klassenliste gehören zu verschiedenen Listen von Klassen.</translation>
    </message>
    <message>
        <source>This is no folder</source>
        <translation>Das ist kein Ordner</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>Diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>It should be a whole number, {}..{}.</source>
        <translation>Es sollte eine ganze Zahl sein, {}..{}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no option of the demo images</source>
        <translation>„{}“ ist keine Option der Demo-Bilder</translation>
    </message>
    <message>
        <source>Options are split=test or split=train, count=N and seed=N, with commas between.</source>
        <translation>Optionen sind split=test oder split=train, count=N und seed=N, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no kind of data set</source>
        <translation>„{}“ ist keine Art von Datensatz</translation>
    </message>
    <message>
        <source>Kinds are demo, demo-train, cifar10:PATH, cifar100:PATH and imagenet:PATH.</source>
        <translation>Arten sind demo, demo-train, cifar10:PATH, cifar100:PATH und imagenet:PATH.</translation>
    </message>
    <message>
        <source>The option {} is for image folders</source>
        <translation>Die Option {} ist für Bildordner</translation>
    </message>
    <message>
        <source>Leave it out, or name a data set {}.</source>
        <translation>Weglassen oder einen Datensatz {} angeben.</translation>
    </message>
    <message>
        <source>The option {} is given twice</source>
        <translation>Die Option {} ist zweimal angegeben</translation>
    </message>
    <message>
        <source>Give it once.</source>
        <translation>Einmal angeben.</translation>
    </message>
    <message>
        <source>A labels file is a CSV whose header names the column of the files (file, filename, image, image_id or path) and of the classes (class, label, class_id, class_index, target; or synset, wnid).</source>
        <translation>Eine Klassendatei ist ein CSV, dessen Kopf die Spalte der Dateien (file, filename, image, image_id oder path) und die der Klassen (class, label, class_id, class_index, target; oder synset, wnid) nennt.</translation>
    </message>
    <message>
        <source>There are more than {} columns</source>
        <translation>Es sind mehr als {} Spalten</translation>
    </message>
    <message>
        <source>A quotation mark is not closed</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>No column names the classes; the header is: {}</source>
        <translation>Keine Spalte nennt die Klassen; der Kopf ist: {}</translation>
    </message>
    <message>
        <source>No column names the files; the header is: {}</source>
        <translation>Keine Spalte nennt die Dateien; der Kopf ist: {}</translation>
    </message>
    <message>
        <source>A class has no name</source>
        <translation>Eine Klasse hat keinen Namen</translation>
    </message>
    <message>
        <source>Line i of a class list names class i, from 0.</source>
        <translation>Zeile i einer Klassenliste nennt Klasse i, ab 0.</translation>
    </message>
    <message>
        <source>There are more than {} classes</source>
        <translation>Es sind mehr als {} Klassen</translation>
    </message>
    <message>
        <source>The class list is empty</source>
        <translation>Die Klassenliste ist leer</translation>
    </message>
    <message>
        <source>The labels file is empty</source>
        <translation>Die Klassendatei ist leer</translation>
    </message>
    <message>
        <source>A row of {} fields, the header has {}</source>
        <translation>Eine Zeile von {} Feldern, der Kopf hat {}</translation>
    </message>
    <message>
        <source>Put fields that have a comma in quotation marks.</source>
        <translation>Felder mit einem Komma in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>A row names no file</source>
        <translation>Eine Zeile nennt keine Datei</translation>
    </message>
    <message>
        <source>A row names no class</source>
        <translation>Eine Zeile nennt keine Klasse</translation>
    </message>
    <message>
        <source>The labels file has a header and no rows</source>
        <translation>Die Klassendatei hat einen Kopf und keine Zeilen</translation>
    </message>
    <message>
        <source>has {} x {} pixels</source>
        <translation>hat {} x {} Pixel</translation>
    </message>
    <message>
        <source>claims {} x {} pixels, more than {} million</source>
        <translation>gibt {} x {} Pixel an, mehr als {} Millionen</translation>
    </message>
    <message>
        <source>is damaged: a JPEG segment does not begin where it should</source>
        <translation>ist beschädigt: ein JPEG-Segment beginnt nicht, wo es sollte</translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation>ist abgeschnitten</translation>
    </message>
    <message>
        <source>is damaged: its JPEG frame header is too short</source>
        <translation>ist beschädigt: sein JPEG-Rahmenkopf ist zu kurz</translation>
    </message>
    <message>
        <source>is damaged: a JPEG scan without a frame</source>
        <translation>ist beschädigt: ein JPEG-Scan ohne Rahmen</translation>
    </message>
    <message>
        <source>is damaged: the PNG checksum at byte {} is wrong</source>
        <translation>ist beschädigt: die PNG-Prüfsumme bei Byte {} ist falsch</translation>
    </message>
    <message>
        <source>is damaged: a PNG begins with its header</source>
        <translation>ist beschädigt: ein PNG beginnt mit seinem Kopf</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is no JPEG or PNG picture</source>
        <translation>ist kein JPEG- oder PNG-Bild</translation>
    </message>
    <message>
        <source>The picture cannot be decoded ({})</source>
        <translation>Das Bild kann nicht dekodiert werden ({})</translation>
    </message>
    <message>
        <source>The picture cannot be decoded</source>
        <translation>Das Bild kann nicht dekodiert werden</translation>
    </message>
    <message>
        <source>Copy it again from where it came.</source>
        <translation>Es noch einmal von seiner Quelle kopieren.</translation>
    </message>
    <message>
        <source>A subset is first:N, random:N[:SEED] or balanced:N[:SEED]; N may be all.</source>
        <translation>Eine Auswahl ist first:N, random:N[:SEED] oder balanced:N[:SEED]; N kann all sein.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no number of a subset</source>
        <translation>„{}“ ist keine Zahl einer Auswahl</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no way to choose images</source>
        <translation>„{}“ ist keine Art, Bilder auszuwählen</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is left over</source>
        <translation>„{}“ bleibt übrig</translation>
    </message>
    <message>
        <source>{} images are asked for, there are {}</source>
        <translation>{} Bilder sind verlangt, es gibt {}</translation>
    </message>
    <message>
        <source>Ask for fewer.</source>
        <translation>Weniger verlangen.</translation>
    </message>
    <message>
        <source>mode {} has no ADC whose range to calibrate</source>
        <translation>der Modus {} hat keinen ADC, dessen Bereich zu kalibrieren wäre</translation>
    </message>
    <message>
        <source>Choose the mode simulated.</source>
        <translation>Den Modus simulated wählen.</translation>
    </message>
    <message>
        <source>there is no criterion &apos;{}&apos; for the ADC&apos;s range</source>
        <translation>für den Bereich des ADC gibt es kein Kriterium „{}“</translation>
    </message>
    <message>
        <source>there is no scope &apos;{}&apos; for the ADC&apos;s range</source>
        <translation>für den Bereich des ADC gibt es keinen Umfang „{}“</translation>
    </message>
    <message>
        <source>Scopes are layer and global.</source>
        <translation>Umfänge sind layer und global.</translation>
    </message>
    <message>
        <source>no layer is on the array, so there is no ADC whose range to calibrate</source>
        <translation>keine Schicht ist auf dem Array, also gibt es keinen ADC, dessen Bereich zu kalibrieren wäre</translation>
    </message>
    <message>
        <source>Set digital=false for the layers that belong on the array.</source>
        <translation>Für die Schichten, die auf das Array gehören, digital=false setzen.</translation>
    </message>
    <message>
        <source>calibrating the ADC&apos;s range contradicts the axis {}</source>
        <translation>den Bereich des ADC zu kalibrieren widerspricht der Achse {}</translation>
    </message>
    <message>
        <source>Give one of them</source>
        <translation>Eines davon angeben</translation>
    </message>
    <message>
        <source>Calibrate again</source>
        <translation>Noch einmal kalibrieren</translation>
    </message>
    <message>
        <source>A value is missing</source>
        <translation>Ein Wert fehlt</translation>
    </message>
    <message>
        <source>A number is expected</source>
        <translation>Eine Zahl wird erwartet</translation>
    </message>
    <message>
        <source>A number of at least 0 is expected</source>
        <translation>Eine Zahl von mindestens 0 wird erwartet</translation>
    </message>
    <message>
        <source>true or false is expected</source>
        <translation>true oder false wird erwartet</translation>
    </message>
    <message>
        <source>A text is expected</source>
        <translation>Ein Text wird erwartet</translation>
    </message>
    <message>
        <source>This is no calibration</source>
        <translation>Das ist keine Kalibrierung</translation>
    </message>
    <message>
        <source>The calibration is of another version</source>
        <translation>Die Kalibrierung ist von einer anderen Version</translation>
    </message>
    <message>
        <source>A count is expected</source>
        <translation>Eine Anzahl wird erwartet</translation>
    </message>
    <message>
        <source>50 to 100 is expected</source>
        <translation>50 bis 100 wird erwartet</translation>
    </message>
    <message>
        <source>A list of layers is expected</source>
        <translation>Eine Liste von Schichten wird erwartet</translation>
    </message>
    <message>
        <source>The calibration is no JSON ({})</source>
        <translation>Die Kalibrierung ist kein JSON ({})</translation>
    </message>
    <message>
        <source>The normalisation is incomplete</source>
        <translation>Die Normalisierung ist unvollständig</translation>
    </message>
    <message>
        <source>Give three numbers each (red, green, blue), or neither</source>
        <translation>Je drei Zahlen angeben (Rot, Grün, Blau) oder keine</translation>
    </message>
    <message>
        <source>The network tells {} classes apart, the images have {}</source>
        <translation>Das Netz unterscheidet {} Klassen, die Bilder haben {}</translation>
    </message>
    <message>
        <source>Choose the images the network was trained for; the classes of an image folder are those of its class list, classes=FILE</source>
        <translation>Die Bilder wählen, für die das Netz trainiert wurde; die Klassen eines Bildordners sind die seiner Klassenliste, classes=FILE</translation>
    </message>
    <message>
        <source>{} images, {} for calibration</source>
        <translation>{} Bilder, {} zur Kalibrierung</translation>
    </message>
    <message>
        <source>At least one image is needed for calibration; 0 images are all of them</source>
        <translation>Zur Kalibrierung ist mindestens ein Bild nötig; 0 Bilder sind alle</translation>
    </message>
    <message>
        <source>There are no images</source>
        <translation>Es gibt keine Bilder</translation>
    </message>
    <message>
        <source>mode {} has no array to explain</source>
        <translation>der Modus {} hat kein Array, das zu erklären wäre</translation>
    </message>
    <message>
        <source>no layer of the array is called &apos;{}&apos;</source>
        <translation>keine Schicht des Arrays heißt „{}“</translation>
    </message>
    <message>
        <source>Digital layers have no errors of the array; &apos;*&apos; is all the others.</source>
        <translation>Digitale Schichten haben keine Fehler des Arrays; &apos;*&apos; sind alle anderen.</translation>
    </message>
    <message>
        <source>No layer of the network is named &quot;{}&quot;</source>
        <translation>Keine Schicht des Netzes heißt „{}“</translation>
    </message>
    <message>
        <source>The nearest names are {}; &apos;*&apos; stands for any text</source>
        <translation>Die nächsten Namen sind {}; &apos;*&apos; steht für beliebigen Text</translation>
    </message>
    <message>
        <source>{0} is set twice for the layers &apos;{1}&apos;</source>
        <translation>{0} ist für die Schichten „{1}“ zweimal gesetzt</translation>
    </message>
    <message>
        <source>&apos;{}&apos; sets nothing for the layers &apos;{}&apos;</source>
        <translation>„{}“ setzt nichts für die Schichten „{}“</translation>
    </message>
    <message>
        <source>Write key=value, such as {}.</source>
        <translation>key=value schreiben, etwa {}.</translation>
    </message>
    <message>
        <source>{} is not allowed</source>
        <translation>{} ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Allowed: {}.</source>
        <translation>Erlaubt: {}.</translation>
    </message>
    <message>
        <source>{} cannot differ between layers</source>
        <translation>{} kann sich zwischen Schichten nicht unterscheiden</translation>
    </message>
    <message>
        <source>Set it for the whole network.</source>
        <translation>Für das ganze Netz setzen.</translation>
    </message>
    <message>
        <source>A layer override has no pattern</source>
        <translation>Eine Einstellung für Schichten hat kein Muster</translation>
    </message>
    <message>
        <source>Name layers, such as {}.</source>
        <translation>Schichten nennen, etwa {}.</translation>
    </message>
    <message>
        <source>Nothing is set for the layers &apos;{}&apos;</source>
        <translation>Für die Schichten „{}“ ist nichts gesetzt</translation>
    </message>
    <message>
        <source>Write for example {}.</source>
        <translation>Zum Beispiel {} schreiben.</translation>
    </message>
    <message>
        <source>No noise is that large or small</source>
        <translation>So groß oder klein ist kein Rauschen</translation>
    </message>
    <message>
        <source>A chance is 0 or more, and less than 1</source>
        <translation>Eine Wahrscheinlichkeit ist 0 oder mehr und kleiner als 1</translation>
    </message>
    <message>
        <source>A noise is 0 or more</source>
        <translation>Ein Rauschen ist 0 oder mehr</translation>
    </message>
    <message>
        <source>There is no setting &apos;{}&apos;</source>
        <translation>Es gibt keine Einstellung „{}“</translation>
    </message>
    <message>
        <source>Did you mean &apos;{}&apos;?</source>
        <translation>Ist „{}“ gemeint?</translation>
    </message>
    <message>
        <source>There is no mode &apos;{}&apos;</source>
        <translation>Es gibt keinen Modus „{}“</translation>
    </message>
    <message>
        <source>Modes are float, quantised and simulated.</source>
        <translation>Modi sind float, quantised und simulated.</translation>
    </message>
    <message>
        <source>Layer {}: {}</source>
        <translation>Schicht {}: {}</translation>
    </message>
    <message>
        <source>&apos;{}&apos; sets nothing</source>
        <translation>„{}“ setzt nichts</translation>
    </message>
    <message>
        <source>{} is no JSON object: {}</source>
        <translation>{}: kein JSON-Objekt, sondern {}</translation>
    </message>
    <message>
        <source>It reads {}.</source>
        <translation>Es lautet {}.</translation>
    </message>
    <message>
        <source>The parameter &apos;{}&apos; stands beside &quot;parameters&quot;, not in it</source>
        <translation>Der Parameter „{}“ steht neben &quot;parameters&quot;, nicht darin</translation>
    </message>
    <message>
        <source>{} with the unknown key &apos;{}&apos;</source>
        <translation>{} mit dem unbekannten Schlüssel „{}“</translation>
    </message>
    <message>
        <source>A layer override</source>
        <translation>Eine Einstellung für Schichten</translation>
    </message>
    <message>
        <source>a text such as {}</source>
        <translation>ein Text wie {}</translation>
    </message>
    <message>
        <source>&quot;parameters&quot; of a layer override</source>
        <translation>&quot;parameters&quot; einer Einstellung für Schichten</translation>
    </message>
    <message>
        <source>The format is {}</source>
        <translation>Das Format ist {}</translation>
    </message>
    <message>
        <source>Settings have the format &quot;{}&quot;.</source>
        <translation>Einstellungen haben das Format &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>Version {} of settings is unknown to this program</source>
        <translation>Version {} von Einstellungen kennt dieses Programm nicht</translation>
    </message>
    <message>
        <source>It reads version {}. A newer release of ACiM Explorer may read the file.</source>
        <translation>Es liest Version {}. Eine neuere Version von ACiM Explorer liest die Datei vielleicht.</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply</source>
        <translation>Das JSON ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>The key &apos;{}&apos; stands twice in one object</source>
        <translation>Der Schlüssel „{}“ steht zweimal in einem Objekt</translation>
    </message>
    <message>
        <source>Malformed JSON</source>
        <translation>Ungültiges JSON</translation>
    </message>
    <message>
        <source>Look for a missing comma, quote or bracket there.</source>
        <translation>Dort nach einem fehlenden Komma, Anführungszeichen oder einer Klammer suchen.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>eine Liste von Objekten</translation>
    </message>
    <message>
        <source>no architecture &quot;{}&quot;</source>
        <translation>die Architektur „{}“ gibt es nicht</translation>
    </message>
    <message>
        <source>Known are: {}.</source>
        <translation>Bekannt sind: {}.</translation>
    </message>
    <message>
        <source>{} classes</source>
        <translation>{} Klassen</translation>
    </message>
    <message>
        <source>At least 1 is needed.</source>
        <translation>Mindestens 1 ist nötig.</translation>
    </message>
    <message>
        <source>the transformer takes images of {0}x{0}, not {1}x{2}</source>
        <translation>der Transformer nimmt Bilder von {0}x{0}, nicht {1}x{2}</translation>
    </message>
    <message>
        <source>Crop the images to that size, for example --crop {}.</source>
        <translation>Die Bilder auf diese Größe zuschneiden, zum Beispiel mit --crop {}.</translation>
    </message>
    <message>
        <source>an offset beyond the end of the file</source>
        <translation>eine Stelle hinter dem Ende der Datei</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>die Datei endet zu früh</translation>
    </message>
    <message>
        <source>The file is damaged; copy it again.</source>
        <translation>Die Datei ist beschädigt; sie noch einmal kopieren.</translation>
    </message>
    <message>
        <source>Calibrate on images, or set {} to {} or {}.</source>
        <translation>Auf Bildern kalibrieren oder {} auf {} oder {} setzen.</translation>
    </message>
    <message>
        <source>an activation that is no finite number</source>
        <translation>eine Aktivierung, die keine endliche Zahl ist</translation>
    </message>
    <message>
        <source>Check the normalisation and the weights.</source>
        <translation>Die Normalisierung und die Gewichte prüfen.</translation>
    </message>
    <message>
        <source>a calibration of {} layers for a network of {}</source>
        <translation>eine Kalibrierung von {} Schichten für ein Netz von {}</translation>
    </message>
    <message>
        <source>Calibrate this network again.</source>
        <translation>Dieses Netz noch einmal kalibrieren.</translation>
    </message>
    <message>
        <source>these settings need a calibration of the network</source>
        <translation>diese Einstellungen brauchen eine Kalibrierung des Netzes</translation>
    </message>
    <message>
        <source>{} with a calibration at percentile {}</source>
        <translation>{} mit einer Kalibrierung beim Perzentil {}</translation>
    </message>
    <message>
        <source>Calibrate again at this percentile.</source>
        <translation>Bei diesem Perzentil noch einmal kalibrieren.</translation>
    </message>
    <message>
        <source>the network made {} layer calls instead of {}</source>
        <translation>das Netz rief {} Schichten auf statt {}</translation>
    </message>
    <message>
        <source>A network whose layers depend on the image cannot be simulated.</source>
        <translation>Ein Netz, dessen Schichten vom Bild abhängen, kann nicht simuliert werden.</translation>
    </message>
    <message>
        <source>layer call {} differs from that of the first image of this size</source>
        <translation>der Schichtaufruf {} unterscheidet sich von dem des ersten Bildes dieser Größe</translation>
    </message>
    <message>
        <source>A network whose layers depend on the image cannot be simulated; trace it for one fixed path.</source>
        <translation>Ein Netz, dessen Schichten vom Bild abhängen, kann nicht simuliert werden; es mit trace für einen festen Weg exportieren.</translation>
    </message>
    <message>
        <source>the network does not run on images of {} x {} x {} ({})</source>
        <translation>das Netz läuft nicht auf Bildern von {} x {} x {} ({})</translation>
    </message>
    <message>
        <source>Choose images of the size the network was made for.</source>
        <translation>Bilder der Größe wählen, für die das Netz gemacht ist.</translation>
    </message>
    <message>
        <source>the network&apos;s output for {} images of {} x {} x {} is not [{}, classes]</source>
        <translation>die Ausgabe des Netzes für {} Bilder von {} x {} x {} ist nicht [{}, Klassen]</translation>
    </message>
    <message>
        <source>A network that gives one row of logits per image is needed.</source>
        <translation>Nötig ist ein Netz, das je Bild eine Zeile Logits ausgibt.</translation>
    </message>
    <message>
        <source>the network&apos;s logits are not finite numbers</source>
        <translation>die Logits des Netzes sind keine endlichen Zahlen</translation>
    </message>
    <message>
        <source>images of {} x {} x {}</source>
        <translation>Bilder von {} x {} x {}</translation>
    </message>
    <message>
        <source>Sizes lie between 1 and {}.</source>
        <translation>Größen liegen zwischen 1 und {}.</translation>
    </message>
    <message>
        <source>no images to calibrate on</source>
        <translation>keine Bilder zum Kalibrieren</translation>
    </message>
    <message>
        <source>mode float has no layers on the array to observe</source>
        <translation>der Modus float hat keine Schichten auf dem Array, die zu beobachten wären</translation>
    </message>
    <message>
        <source>the number of logits changes from image to image</source>
        <translation>die Zahl der Logits ändert sich von Bild zu Bild</translation>
    </message>
    <message>
        <source>the file has weights but does not say of which architecture</source>
        <translation>die Datei hat Gewichte, sagt aber nicht, von welcher Architektur</translation>
    </message>
    <message>
        <source>It fits none of the built-in ones, which `acim list architectures` shows; TorchScript needs none.</source>
        <translation>Sie passt zu keiner der eingebauten, die `acim list architectures` zeigt; TorchScript braucht keine.</translation>
    </message>
    <message>
        <source>It fits {}.</source>
        <translation>Sie passt zu {}.</translation>
    </message>
    <message>
        <source>this build has no demo network</source>
        <translation>diese Fassung des Programms hat kein Demo-Netz</translation>
    </message>
    <message>
        <source>Build with resources/networks/demo.safetensors, or name a file.</source>
        <translation>Mit resources/networks/demo.safetensors bauen oder eine Datei angeben.</translation>
    </message>
    <message>
        <source>the normalisation of the network&apos;s input is not known</source>
        <translation>die Normalisierung der Eingabe des Netzes ist nicht bekannt</translation>
    </message>
    <message>
        <source>Give --mean and --std, or write them to {}.json.</source>
        <translation>--mean und --std angeben oder sie in {}.json schreiben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no list of three numbers</source>
        <translation>„{}“ ist keine Liste von drei Zahlen</translation>
    </message>
    <message>
        <source>One per colour.</source>
        <translation>Eine je Farbe.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has something that is no number</source>
        <translation>„{}“ hat etwas, das keine Zahl ist</translation>
    </message>
    <message>
        <source>a normalisation that is not finite, or with a standard deviation of zero or less</source>
        <translation>eine Normalisierung, die nicht endlich ist oder deren Standardabweichung null oder weniger ist</translation>
    </message>
    <message>
        <source>Give three means and three positive standard deviations of x / 255.</source>
        <translation>Drei Mittelwerte und drei positive Standardabweichungen von x / 255 angeben.</translation>
    </message>
    <message>
        <source>no description of a network</source>
        <translation>keine Beschreibung eines Netzes</translation>
    </message>
    <message>
        <source>{} is needed.</source>
        <translation>{} ist nötig.</translation>
    </message>
    <message>
        <source>a description of another version than 1</source>
        <translation>eine Beschreibung einer anderen Version als 1</translation>
    </message>
    <message>
        <source>Use a newer version of this program.</source>
        <translation>Eine neuere Version dieses Programms verwenden.</translation>
    </message>
    <message>
        <source>&quot;mean&quot; without &quot;std&quot;, or the other way round</source>
        <translation>&quot;mean&quot; ohne &quot;std&quot; oder umgekehrt</translation>
    </message>
    <message>
        <source>sizes below 1 in &quot;input&quot; or &quot;resize&quot;</source>
        <translation>Größen unter 1 in &quot;input&quot; oder &quot;resize&quot;</translation>
    </message>
    <message>
        <source>a description that cannot be read ({})</source>
        <translation>eine Beschreibung, die nicht gelesen werden kann ({})</translation>
    </message>
    <message>
        <source>See the file formats in the documentation.</source>
        <translation>Die Dateiformate stehen in der Dokumentation.</translation>
    </message>
    <message>
        <source>a pickle that does not end in one value</source>
        <translation>ein Pickle, das nicht mit einem Wert endet</translation>
    </message>
    <message>
        <source>a pickle of another protocol than 2</source>
        <translation>ein Pickle eines anderen Protokolls als 2</translation>
    </message>
    <message>
        <source>pickle operation {}, which files of weights do not use</source>
        <translation>die Pickle-Operation {}, die Dateien von Gewichten nicht benutzen</translation>
    </message>
    <message>
        <source>a key without a value</source>
        <translation>ein Schlüssel ohne Wert</translation>
    </message>
    <message>
        <source>a text of more than a megabyte</source>
        <translation>ein Text von mehr als einem Megabyte</translation>
    </message>
    <message>
        <source>a name that is too long</source>
        <translation>ein Name, der zu lang ist</translation>
    </message>
    <message>
        <source>the pickle asks for &quot;{}&quot;, which is not run here</source>
        <translation>das Pickle verlangt „{}“, was hier nicht ausgeführt wird</translation>
    </message>
    <message>
        <source>a dictionary of more than one argument</source>
        <translation>ein Wörterbuch mit mehr als einem Argument</translation>
    </message>
    <message>
        <source>a dictionary that is not made of pairs</source>
        <translation>ein Wörterbuch, das nicht aus Paaren besteht</translation>
    </message>
    <message>
        <source>a state without an object</source>
        <translation>ein Zustand ohne Objekt</translation>
    </message>
    <message>
        <source>a state of something without one</source>
        <translation>ein Zustand von etwas, das keinen hat</translation>
    </message>
    <message>
        <source>a pickle of too many values</source>
        <translation>ein Pickle mit zu vielen Werten</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>a value of the wrong kind</source>
        <translation>ein Wert der falschen Art</translation>
    </message>
    <message>
        <source>a mark is missing</source>
        <translation>eine Marke fehlt</translation>
    </message>
    <message>
        <source>nothing to remember</source>
        <translation>nichts zu merken</translation>
    </message>
    <message>
        <source>a value that was never remembered</source>
        <translation>ein Wert, der nie gemerkt wurde</translation>
    </message>
    <message>
        <source>An index of sharded safetensors is JSON with {}; the files stand beside it.</source>
        <translation>Ein Index verteilter safetensors ist JSON mit {}; die Dateien stehen daneben.</translation>
    </message>
    <message>
        <source>the index is nested too deeply</source>
        <translation>der Index ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the index is malformed JSON at byte {}</source>
        <translation>der Index ist ab Byte {} kein gültiges JSON</translation>
    </message>
    <message>
        <source>the index has {} bytes</source>
        <translation>der Index hat {} Byte</translation>
    </message>
    <message>
        <source>the index has no {}</source>
        <translation>der Index hat kein {}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is in something that is no file beside the index</source>
        <translation>„{}“ steht in etwas, das keine Datei neben dem Index ist</translation>
    </message>
    <message>
        <source>the index names no tensors</source>
        <translation>der Index nennt keine Tensoren</translation>
    </message>
    <message>
        <source>the index names {} files</source>
        <translation>der Index nennt {} Dateien</translation>
    </message>
    <message>
        <source>a shard cannot be read: {}</source>
        <translation>ein Teil kann nicht gelesen werden: {}</translation>
    </message>
    <message>
        <source>the shards together are larger than 8 GiB</source>
        <translation>die Teile sind zusammen größer als 8 GiB</translation>
    </message>
    <message>
        <source>the index does not give tensor &quot;{}&quot; to this shard</source>
        <translation>der Index ordnet den Tensor „{}“ nicht diesem Teil zu</translation>
    </message>
    <message>
        <source>tensor &quot;{}&quot; is missing</source>
        <translation>der Tensor „{}“ fehlt</translation>
    </message>
    <message>
        <source>The first dimension of every layer&apos;s input must be the image; {} other than {} runs one image at a time and has no such limit.</source>
        <translation>Die erste Dimension der Eingabe jeder Schicht muss das Bild sein; {} anders als {} rechnet ein Bild nach dem anderen und hat diese Grenze nicht.</translation>
    </message>
    <message>
        <source>a convolution over {} dimensions</source>
        <translation>eine Faltung über {} Dimensionen</translation>
    </message>
    <message>
        <source>Convolutions over one or two dimensions can be simulated.</source>
        <translation>Faltungen über eine oder zwei Dimensionen können simuliert werden.</translation>
    </message>
    <message>
        <source>a convolution whose weight does not fit its input&apos;s channels</source>
        <translation>eine Faltung, deren Gewicht nicht zu den Kanälen ihrer Eingabe passt</translation>
    </message>
    <message>
        <source>a convolution of {} rows for {} images</source>
        <translation>eine Faltung von {} Zeilen für {} Bilder</translation>
    </message>
    <message>
        <source>a linear layer whose weight does not fit its input</source>
        <translation>eine lineare Schicht, deren Gewicht nicht zu ihrer Eingabe passt</translation>
    </message>
    <message>
        <source>a linear layer of {} rows for {} images</source>
        <translation>eine lineare Schicht von {} Zeilen für {} Bilder</translation>
    </message>
    <message>
        <source>a linear layer without a matrix of weights</source>
        <translation>eine lineare Schicht ohne Matrix von Gewichten</translation>
    </message>
    <message>
        <source>a matrix product whose operands do not fit</source>
        <translation>ein Matrixprodukt, dessen Operanden nicht passen</translation>
    </message>
    <message>
        <source>a product of activations of {} rows for {} images</source>
        <translation>ein Produkt von Aktivierungen von {} Zeilen für {} Bilder</translation>
    </message>
    <message>
        <source>{} missing: {}</source>
        <translation>{} fehlen: {}</translation>
    </message>
    <message>
        <source>{} unexpected: {}</source>
        <translation>{} unerwartet: {}</translation>
    </message>
    <message>
        <source>{} of another shape: {}</source>
        <translation>{} von anderer Form: {}</translation>
    </message>
    <message>
        <source>tensor &quot;{}&quot; has values that are no finite numbers</source>
        <translation>der Tensor „{}“ hat Werte, die keine endlichen Zahlen sind</translation>
    </message>
    <message>
        <source>Train or export the network again.</source>
        <translation>Das Netz noch einmal trainieren oder exportieren.</translation>
    </message>
    <message>
        <source>Choose the architecture the file was trained as.</source>
        <translation>Die Architektur wählen, mit der die Datei trainiert wurde.</translation>
    </message>
    <message>
        <source>The file fits {}.</source>
        <translation>Die Datei passt zu {}.</translation>
    </message>
    <message>
        <source>the weights do not fit architecture {} ({})</source>
        <translation>die Gewichte passen nicht zur Architektur {} ({})</translation>
    </message>
    <message>
        <source>the shapes ask for a network {} that is too large for the memory</source>
        <translation>die Formen verlangen ein Netz {}, das für den Speicher zu groß ist</translation>
    </message>
    <message>
        <source>The file is damaged; copy or save it again.</source>
        <translation>Die Datei ist beschädigt; sie noch einmal kopieren oder speichern.</translation>
    </message>
    <message>
        <source>sizes, strides or offsets that are no whole numbers from 0</source>
        <translation>Größen, Schrittweiten oder Stellen, die keine ganzen Zahlen ab 0 sind</translation>
    </message>
    <message>
        <source>sizes that are no short tuple</source>
        <translation>Größen, die kein kurzes Tupel sind</translation>
    </message>
    <message>
        <source>a tensor without storage</source>
        <translation>ein Tensor ohne Speicher</translation>
    </message>
    <message>
        <source>a reference to something that is no storage</source>
        <translation>ein Verweis auf etwas, das kein Speicher ist</translation>
    </message>
    <message>
        <source>a storage of an unknown type</source>
        <translation>ein Speicher von unbekanntem Typ</translation>
    </message>
    <message>
        <source>a wrong part of a storage</source>
        <translation>ein falscher Teil eines Speichers</translation>
    </message>
    <message>
        <source>a part outside its storage</source>
        <translation>ein Teil außerhalb seines Speichers</translation>
    </message>
    <message>
        <source>a tensor of more elements than its storage</source>
        <translation>ein Tensor von mehr Elementen als sein Speicher</translation>
    </message>
    <message>
        <source>a tensor outside its storage</source>
        <translation>ein Tensor außerhalb seines Speichers</translation>
    </message>
    <message>
        <source>a parameter without a tensor</source>
        <translation>ein Parameter ohne Tensor</translation>
    </message>
    <message>
        <source>a tensor of too few arguments</source>
        <translation>ein Tensor mit zu wenigen Argumenten</translation>
    </message>
    <message>
        <source>a tensor with other numbers of sizes and strides</source>
        <translation>ein Tensor mit verschieden vielen Größen und Schrittweiten</translation>
    </message>
    <message>
        <source>a call that makes no tensor; it was not run</source>
        <translation>ein Aufruf, der keinen Tensor macht; er wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>a storage said to have {} elements has {} bytes</source>
        <translation>ein Speicher, der {} Elemente haben soll, hat {} Byte</translation>
    </message>
    <message>
        <source>the network uses {}, which may not run here</source>
        <translation>das Netz benutzt {}, was hier nicht laufen darf</translation>
    </message>
    <message>
        <source>a network of more than a million operations</source>
        <translation>ein Netz von mehr als einer Million Operationen</translation>
    </message>
    <message>
        <source>LibTorch cannot load the network: {}</source>
        <translation>LibTorch kann das Netz nicht laden: {}</translation>
    </message>
    <message>
        <source>Export it with torch.jit.trace and PyTorch 1.13 or older.</source>
        <translation>Es mit torch.jit.trace und PyTorch 1.13 oder älter exportieren.</translation>
    </message>
    <message>
        <source>a TorchScript module without forward</source>
        <translation>ein TorchScript-Modul ohne forward</translation>
    </message>
    <message>
        <source>Export a network.</source>
        <translation>Ein Netz exportieren.</translation>
    </message>
    <message>
        <source>a network of {} inputs</source>
        <translation>ein Netz mit {} Eingaben</translation>
    </message>
    <message>
        <source>A network that takes images alone is needed.</source>
        <translation>Nötig ist ein Netz, das nur Bilder nimmt.</translation>
    </message>
    <message>
        <source>the network&apos;s output is no tensor</source>
        <translation>die Ausgabe des Netzes ist kein Tensor</translation>
    </message>
    <message>
        <source>The file is damaged or of another kind.</source>
        <translation>Die Datei ist beschädigt oder von anderer Art.</translation>
    </message>
    <message>
        <source>Export a network of plain modules with torch.jit.trace.</source>
        <translation>Ein Netz aus einfachen Modulen mit torch.jit.trace exportieren.</translation>
    </message>
    <message>
        <source>no storage &quot;{}&quot;</source>
        <translation>kein Speicher „{}“</translation>
    </message>
    <message>
        <source>storage &quot;{}&quot; has another size than its tensors say</source>
        <translation>der Speicher „{}“ hat eine andere Größe, als seine Tensoren sagen</translation>
    </message>
    <message>
        <source>code with {}, which would run while the file is loaded</source>
        <translation>Code mit {}, der beim Laden der Datei liefe</translation>
    </message>
    <message>
        <source>code that is nested too deep or has endless lines</source>
        <translation>Code, der zu tief verschachtelt ist oder endlose Zeilen hat</translation>
    </message>
    <message>
        <source>a wrong checksum</source>
        <translation>eine falsche Prüfsumme</translation>
    </message>
    <message>
        <source>a pickle of more than 64 MB</source>
        <translation>ein Pickle von mehr als 64 MB</translation>
    </message>
    <message>
        <source>no {} in the archive</source>
        <translation>kein {} im Archiv</translation>
    </message>
    <message>
        <source>no code in the archive</source>
        <translation>kein Code im Archiv</translation>
    </message>
    <message>
        <source>Fused attention hides its products from the array. Export it unfused: trace with gradients enabled, {} outside torch.no_grad().</source>
        <translation>Verschmolzene Attention verbirgt ihre Produkte vor dem Array. Unverschmolzen exportieren: mit Gradienten aufzeichnen, {} außerhalb von torch.no_grad().</translation>
    </message>
    <message>
        <source>Loops are unrolled by tracing: export with torch.jit.trace.</source>
        <translation>Aufzeichnen rollt Schleifen aus: mit torch.jit.trace exportieren.</translation>
    </message>
    <message>
        <source>Export the network in float32; quantisation is simulated here.</source>
        <translation>Das Netz in float32 exportieren; quantisiert wird hier in der Simulation.</translation>
    </message>
    <message>
        <source>Export the network for inference with torch.jit.trace.</source>
        <translation>Das Netz zur Inferenz mit torch.jit.trace exportieren.</translation>
    </message>
    <message>
        <source>Expected are TorchScript (.pt), a PyTorch state dict (.pth, .th), safetensors or the index of its shards; if it is one of them, copy the file again.</source>
        <translation>Erwartet werden TorchScript (.pt), ein State-Dict von PyTorch (.pth, .th), safetensors oder der Index ihrer Teile; ist es eines davon, die Datei noch einmal kopieren.</translation>
    </message>
    <message>
        <source>A weights file holds tensors only: save it with torch.save(network.state_dict(), path), or as safetensors.</source>
        <translation>Eine Datei von Gewichten enthält nur Tensoren: mit torch.save(network.state_dict(), path) oder als safetensors speichern.</translation>
    </message>
    <message>
        <source>Save the file on an x86 or Arm machine.</source>
        <translation>Die Datei auf einem x86- oder Arm-Rechner speichern.</translation>
    </message>
    <message>
        <source>the zip archive is none of PyTorch&apos;s (it has no data.pkl)</source>
        <translation>das ZIP-Archiv ist keines von PyTorch (es hat kein data.pkl)</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the file is no network</source>
        <translation>die Datei ist kein Netz</translation>
    </message>
    <message>
        <source>the file holds no dictionary of tensors</source>
        <translation>die Datei enthält kein Wörterbuch von Tensoren</translation>
    </message>
    <message>
        <source>the tensor has no data in the file</source>
        <translation>der Tensor hat keine Daten in der Datei</translation>
    </message>
    <message>
        <source>a tensor has no name</source>
        <translation>ein Tensor hat keinen Namen</translation>
    </message>
    <message>
        <source>the tensor stands twice</source>
        <translation>der Tensor steht zweimal da</translation>
    </message>
    <message>
        <source>the file holds no tensors</source>
        <translation>die Datei enthält keine Tensoren</translation>
    </message>
    <message>
        <source>the tensors are not little-endian</source>
        <translation>die Tensoren sind nicht little-endian</translation>
    </message>
    <message>
        <source>the zip archive has no data.pkl</source>
        <translation>das ZIP-Archiv hat kein data.pkl</translation>
    </message>
    <message>
        <source>the magic number is wrong</source>
        <translation>die Kennzahl ist falsch</translation>
    </message>
    <message>
        <source>the file&apos;s protocol is unknown</source>
        <translation>das Protokoll der Datei ist unbekannt</translation>
    </message>
    <message>
        <source>a storage has two types</source>
        <translation>ein Speicher hat zwei Typen</translation>
    </message>
    <message>
        <source>the list of storages is missing</source>
        <translation>die Liste der Speicher fehlt</translation>
    </message>
    <message>
        <source>a storage belongs to no tensor</source>
        <translation>ein Speicher gehört zu keinem Tensor</translation>
    </message>
    <message>
        <source>the file ends before its tensors do</source>
        <translation>die Datei endet vor ihren Tensoren</translation>
    </message>
    <message>
        <source>a storage stands twice</source>
        <translation>ein Speicher steht zweimal da</translation>
    </message>
    <message>
        <source>a TorchScript network is no state dict</source>
        <translation>ein TorchScript-Netz ist kein State-Dict</translation>
    </message>
    <message>
        <source>Load it as a network.</source>
        <translation>Als Netz laden.</translation>
    </message>
    <message>
        <source>no zip archive: too short</source>
        <translation>kein ZIP-Archiv: zu kurz</translation>
    </message>
    <message>
        <source>no end of a zip archive</source>
        <translation>kein Ende eines ZIP-Archivs</translation>
    </message>
    <message>
        <source>no locator of the 64-bit directory</source>
        <translation>kein Verweis auf das 64-Bit-Verzeichnis</translation>
    </message>
    <message>
        <source>no 64-bit directory</source>
        <translation>kein 64-Bit-Verzeichnis</translation>
    </message>
    <message>
        <source>{} entries in a zip archive</source>
        <translation>{} Einträge in einem ZIP-Archiv</translation>
    </message>
    <message>
        <source>a directory outside the file</source>
        <translation>ein Verzeichnis außerhalb der Datei</translation>
    </message>
    <message>
        <source>an extension longer than its field</source>
        <translation>eine Erweiterung, die länger ist als ihr Feld</translation>
    </message>
    <message>
        <source>a wrong entry of the zip directory</source>
        <translation>ein falscher Eintrag des ZIP-Verzeichnisses</translation>
    </message>
    <message>
        <source>an encrypted entry</source>
        <translation>ein verschlüsselter Eintrag</translation>
    </message>
    <message>
        <source>compression method {}</source>
        <translation>das Packverfahren {}</translation>
    </message>
    <message>
        <source>a stored entry with two sizes</source>
        <translation>ein ungepackter Eintrag mit zwei Größen</translation>
    </message>
    <message>
        <source>a wrong header of a zip entry</source>
        <translation>ein falscher Kopf eines ZIP-Eintrags</translation>
    </message>
    <message>
        <source>an entry with two names</source>
        <translation>ein Eintrag mit zwei Namen</translation>
    </message>
    <message>
        <source>two entries &quot;{}&quot;</source>
        <translation>zwei Einträge „{}“</translation>
    </message>
    <message>
        <source>a deflated entry of more than 64 MB</source>
        <translation>ein gepackter Eintrag von mehr als 64 MB</translation>
    </message>
    <message>
        <source>deflated entries of more than 64 MB</source>
        <translation>gepackte Einträge von mehr als 64 MB</translation>
    </message>
    <message>
        <source>entries that lie over each other</source>
        <translation>Einträge, die übereinander liegen</translation>
    </message>
    <message>
        <source>an empty zip archive</source>
        <translation>ein leeres ZIP-Archiv</translation>
    </message>
    <message>
        <source>the zip archive is none of PyTorch&apos;s: its entries lie in more than one folder</source>
        <translation>das ZIP-Archiv ist keines von PyTorch: seine Einträge liegen in mehr als einem Ordner</translation>
    </message>
    <message>
        <source>a deflated entry where a stored one belongs</source>
        <translation>ein gepackter Eintrag, wo ein ungepackter hingehört</translation>
    </message>
    <message>
        <source>PyTorch&apos;s torch.save writes what is expected.</source>
        <translation>torch.save von PyTorch schreibt, was erwartet wird.</translation>
    </message>
    <message>
        <source>The study has too many images to be shown</source>
        <translation>Die Studie hat zu viele Bilder, um gezeigt zu werden</translation>
    </message>
    <message>
        <source>Continue it with acim sweep --resume</source>
        <translation>Mit acim sweep --resume fortsetzen</translation>
    </message>
    <message>
        <source>run {} was changed</source>
        <translation>Lauf {} wurde verändert</translation>
    </message>
    <message>
        <source>run {} has not one prediction for each image and point</source>
        <translation>Lauf {} hat nicht eine Vorhersage je Bild und Punkt</translation>
    </message>
    <message>
        <source>the description of run {} ({})</source>
        <translation>die Beschreibung von Lauf {} ({})</translation>
    </message>
    <message>
        <source>The study file is damaged: {}</source>
        <translation>Die Studiendatei ist beschädigt: {}</translation>
    </message>
    <message>
        <source>The file was left as it was; open a copy of it, or start a new study</source>
        <translation>Die Datei blieb, wie sie war; eine Kopie davon öffnen oder eine neue Studie beginnen</translation>
    </message>
    <message>
        <source>a run has half a value</source>
        <translation>ein Lauf hat einen halben Wert</translation>
    </message>
    <message>
        <source>a run has a negative class</source>
        <translation>ein Lauf hat eine negative Klasse</translation>
    </message>
    <message>
        <source>a run has not the margins of each point</source>
        <translation>ein Lauf hat nicht die Abstände jedes Punktes</translation>
    </message>
    <message>
        <source>a run has not one margin for each block</source>
        <translation>ein Lauf hat nicht einen Abstand je Block</translation>
    </message>
    <message>
        <source>a run has an impossible margin</source>
        <translation>ein Lauf hat einen unmöglichen Abstand</translation>
    </message>
    <message>
        <source>a run has not one duration for each point</source>
        <translation>ein Lauf hat nicht eine Dauer je Punkt</translation>
    </message>
    <message>
        <source>a run has an impossible duration</source>
        <translation>ein Lauf hat eine unmögliche Dauer</translation>
    </message>
    <message>
        <source>A run is too large for a study file</source>
        <translation>Ein Lauf ist zu groß für eine Studiendatei</translation>
    </message>
    <message>
        <source>Use fewer images or points</source>
        <translation>Weniger Bilder oder Punkte verwenden</translation>
    </message>
    <message>
        <source>No override can name the layer &quot;{}&quot;</source>
        <translation>Keine Einstellung kann die Schicht „{}“ nennen</translation>
    </message>
    <message>
        <source>Rename the layer in the network; a &apos;:&apos; ends a name</source>
        <translation>Die Schicht im Netz umbenennen; ein &apos;:&apos; beendet einen Namen</translation>
    </message>
    <message>
        <source>mode {} has no array to be sensitive to</source>
        <translation>der Modus {} hat kein Array, das empfindlich sein könnte</translation>
    </message>
    <message>
        <source>The treatments change no layer</source>
        <translation>Die Eingriffe ändern keine Schicht</translation>
    </message>
    <message>
        <source>Choose settings that differ from the base; digital layers have no ADC and no noise</source>
        <translation>Einstellungen wählen, die von der Grundlage abweichen; digitale Schichten haben weder ADC noch Rauschen</translation>
    </message>
    <message>
        <source>{} cannot be &quot;{}&quot;</source>
        <translation>{} kann nicht „{}“ sein</translation>
    </message>
    <message>
        <source>{} are possible</source>
        <translation>{} sind möglich</translation>
    </message>
    <message>
        <source>The study is open in another program or window</source>
        <translation>Die Studie ist in einem anderen Programm oder Fenster offen</translation>
    </message>
    <message>
        <source>Close it there, or open a copy of the file</source>
        <translation>Dort schließen oder eine Kopie der Datei öffnen</translation>
    </message>
    <message>
        <source>The file exists already</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>Choose another name, or remove the file</source>
        <translation>Einen anderen Namen wählen oder die Datei entfernen</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The file cannot be locked for reading</source>
        <translation>Die Datei kann nicht zum Lesen gesperrt werden</translation>
    </message>
    <message>
        <source>The file cannot be read at byte {}</source>
        <translation>Die Datei kann bei Byte {} nicht gelesen werden</translation>
    </message>
    <message>
        <source>A copy for checking cannot be written</source>
        <translation>Eine Kopie zur Prüfung kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Platz auf dem Datenträger schaffen</translation>
    </message>
    <message>
        <source>No temporary folder can be made to check what a killed program left</source>
        <translation>Es kann kein temporärer Ordner angelegt werden, um zu prüfen, was ein abgebrochenes Programm hinterließ</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder that is there and can be written, or free disk space</source>
        <translation>TMPDIR auf einen vorhandenen, beschreibbaren Ordner setzen oder Platz auf dem Datenträger schaffen</translation>
    </message>
    <message>
        <source>This is no study file: it is too short</source>
        <translation>Das ist keine Studiendatei: sie ist zu kurz</translation>
    </message>
    <message>
        <source>This is no study file</source>
        <translation>Das ist keine Studiendatei</translation>
    </message>
    <message>
        <source>Open a file that ACiM Explorer wrote (.acim)</source>
        <translation>Eine Datei öffnen, die ACiM Explorer geschrieben hat (.acim)</translation>
    </message>
    <message>
        <source>This is an SQLite file of another program</source>
        <translation>Das ist eine SQLite-Datei eines anderen Programms</translation>
    </message>
    <message>
        <source>The study file is of version {}, this program knows version {}</source>
        <translation>Die Studiendatei ist von Version {}, dieses Programm kennt Version {}</translation>
    </message>
    <message>
        <source>Open it with the version of ACiM Explorer that wrote it, or a newer one</source>
        <translation>Mit der Version von ACiM Explorer öffnen, die sie schrieb, oder einer neueren</translation>
    </message>
    <message>
        <source>The study file is damaged: wrong values in its header</source>
        <translation>Die Studiendatei ist beschädigt: falsche Werte in ihrem Kopf</translation>
    </message>
    <message>
        <source>The study file is damaged: it holds &quot;{}&quot;, which is no part of a study</source>
        <translation>Die Studiendatei ist beschädigt: sie enthält „{}“, was kein Teil einer Studie ist</translation>
    </message>
    <message>
        <source>The study file is damaged: a table is missing</source>
        <translation>Die Studiendatei ist beschädigt: eine Tabelle fehlt</translation>
    </message>
    <message>
        <source>The study file is damaged: {} bytes long, {} expected</source>
        <translation>Die Studiendatei ist beschädigt: {} Byte lang, {} erwartet</translation>
    </message>
    <message>
        <source>The study file cannot be written ({})</source>
        <translation>Die Studiendatei kann nicht geschrieben werden ({})</translation>
    </message>
    <message>
        <source>Free disk space and check that the folder is writable; what was saved before is kept</source>
        <translation>Platz auf dem Datenträger schaffen und prüfen, ob der Ordner beschreibbar ist; was vorher gespeichert wurde, bleibt</translation>
    </message>
    <message>
        <source>The study file is damaged ({})</source>
        <translation>Die Studiendatei ist beschädigt ({})</translation>
    </message>
    <message>
        <source>The study file does not exist</source>
        <translation>Die Studiendatei ist nicht vorhanden</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>Den Pfad prüfen</translation>
    </message>
    <message>
        <source>This is no study file: it is no regular file</source>
        <translation>Das ist keine Studiendatei: keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>Name a study file</source>
        <translation>Eine Studiendatei angeben</translation>
    </message>
    <message>
        <source>The study file cannot be reached ({})</source>
        <translation>Die Studiendatei ist nicht zu erreichen ({})</translation>
    </message>
    <message>
        <source>The study file is damaged or cannot be read ({})</source>
        <translation>Die Studiendatei ist beschädigt oder kann nicht gelesen werden ({})</translation>
    </message>
    <message>
        <source>The study file cannot be written</source>
        <translation>Die Studiendatei kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Change its permissions, or open a copy of it</source>
        <translation>Ihre Rechte ändern oder eine Kopie von ihr öffnen</translation>
    </message>
    <message>
        <source>The network&apos;s output is not a number</source>
        <translation>Die Ausgabe des Netzes ist keine Zahl</translation>
    </message>
    <message>
        <source>Check the weights and the normalisation of the network</source>
        <translation>Gewichte und Normalisierung des Netzes prüfen</translation>
    </message>
    <message>
        <source>The study was made with another {} ({}, now {})</source>
        <translation>Die Studie wurde mit einem anderen {} gemacht ({}, jetzt {})</translation>
    </message>
    <message>
        <source>Continue it with the same network and images, or start a new study</source>
        <translation>Mit demselben Netz und denselben Bildern fortsetzen oder eine neue Studie beginnen</translation>
    </message>
    <message>
        <source>Too many threads: {} were wanted, {} could be started ({})</source>
        <translation>Zu viele Threads: {} waren verlangt, {} konnten starten ({})</translation>
    </message>
    <message>
        <source>Use fewer threads</source>
        <translation>Weniger Threads verwenden</translation>
    </message>
    <message>
        <source>There is nothing to run</source>
        <translation>Es gibt nichts zu rechnen</translation>
    </message>
    <message>
        <source>a study needs a point and an image at least</source>
        <translation>eine Studie braucht mindestens einen Punkt und ein Bild</translation>
    </message>
    <message>
        <source>The network has {} classes</source>
        <translation>Das Netz hat {} Klassen</translation>
    </message>
    <message>
        <source>1 to 32767 are possible</source>
        <translation>1 bis 32767 sind möglich</translation>
    </message>
    <message>
        <source>The study was made with other images: image {} is of another class</source>
        <translation>Die Studie wurde mit anderen Bildern gemacht: Bild {} ist von anderer Klasse</translation>
    </message>
    <message>
        <source>Continue it with the same images, or start a new study</source>
        <translation>Mit denselben Bildern fortsetzen oder eine neue Studie beginnen</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>Use fewer threads or smaller blocks</source>
        <translation>Weniger Threads oder kleinere Blöcke verwenden</translation>
    </message>
    <message>
        <source>The {} axis has no knob</source>
        <translation>Die Achse {} hat keinen Regler</translation>
    </message>
    <message>
        <source>The {} axis has no values</source>
        <translation>Die Achse {} hat keine Werte</translation>
    </message>
    <message>
        <source>an axis is a knob and at least one value</source>
        <translation>eine Achse ist ein Regler und mindestens ein Wert</translation>
    </message>
    <message>
        <source>The knob {} is on both axes</source>
        <translation>Der Regler {} liegt auf beiden Achsen</translation>
    </message>
    <message>
        <source>choose another knob for the family of curves</source>
        <translation>einen anderen Regler für die Schar wählen</translation>
    </message>
    <message>
        <source>The ADC&apos;s range is calibrated for all points and on an axis</source>
        <translation>Der Bereich des ADC ist für alle Punkte kalibriert und liegt auf einer Achse</translation>
    </message>
    <message>
        <source>The study would have {} points</source>
        <translation>Die Studie hätte {} Punkte</translation>
    </message>
    <message>
        <source>at most {} are possible: take larger steps</source>
        <translation>höchstens {} sind möglich: größere Schritte nehmen</translation>
    </message>
    <message>
        <source>its coordinates are not those of {}={}</source>
        <translation>seine Koordinaten sind nicht die von {}={}</translation>
    </message>
    <message>
        <source>its {} is not the {} of its place on the axis</source>
        <translation>sein {} ist nicht {}, der Wert seiner Stelle auf der Achse</translation>
    </message>
    <message>
        <source>it has a coordinate that is on no axis</source>
        <translation>er hat eine Koordinate, die auf keiner Achse liegt</translation>
    </message>
    <message>
        <source>A point does not match the axes: {}</source>
        <translation>Ein Punkt passt nicht zu den Achsen: {}</translation>
    </message>
    <message>
        <source>a study has a point for each pair of values, in order</source>
        <translation>eine Studie hat einen Punkt für jedes Paar von Werten, in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>A block cannot have {} images</source>
        <translation>Ein Block kann nicht {} Bilder haben</translation>
    </message>
    <message>
        <source>1 to {} are possible</source>
        <translation>1 bis {} sind möglich</translation>
    </message>
    <message>
        <source>The study has {} points, its axes have {}</source>
        <translation>Die Studie hat {} Punkte, ihre Achsen haben {}</translation>
    </message>
    <message>
        <source>The file was damaged or not written by this program</source>
        <translation>Die Datei wurde beschädigt oder nicht von diesem Programm geschrieben</translation>
    </message>
    <message>
        <source>The text is too long</source>
        <translation>Der Text ist zu lang</translation>
    </message>
    <message>
        <source>A whole number from {} to {} is expected</source>
        <translation>Eine ganze Zahl von {} bis {} wird erwartet</translation>
    </message>
    <message>
        <source>A list of at most {} is expected</source>
        <translation>Eine Liste von höchstens {} wird erwartet</translation>
    </message>
    <message>
        <source>A pair of knob and value is expected</source>
        <translation>Ein Paar aus Regler und Wert wird erwartet</translation>
    </message>
    <message>
        <source>This is no study description</source>
        <translation>Das ist keine Beschreibung einer Studie</translation>
    </message>
    <message>
        <source>The study description is of a newer version</source>
        <translation>Die Beschreibung der Studie ist von einer neueren Version</translation>
    </message>
    <message>
        <source>The study has no points</source>
        <translation>Die Studie hat keine Punkte</translation>
    </message>
    <message>
        <source>{} images</source>
        <translation>{} Bilder</translation>
    </message>
    <message>
        <source>a row of the provenance is missing</source>
        <translation>eine Zeile der Herkunft fehlt</translation>
    </message>
    <message>
        <source>{} of {} blocks found</source>
        <translation>{} von {} Blöcken gefunden</translation>
    </message>
    <message>
        <source>a run is missing</source>
        <translation>ein Lauf fehlt</translation>
    </message>
    <message>
        <source>the entry &quot;{}&quot; is missing</source>
        <translation>der Eintrag „{}“ fehlt</translation>
    </message>
    <message>
        <source>the entry &quot;{}&quot; was changed</source>
        <translation>der Eintrag „{}“ wurde verändert</translation>
    </message>
    <message>
        <source>the provenance was changed</source>
        <translation>die Herkunft wurde verändert</translation>
    </message>
    <message>
        <source>its description is no JSON ({})</source>
        <translation>ihre Beschreibung ist kein JSON ({})</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a count</source>
        <translation>„{}“ ist keine Anzahl</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a number</source>
        <translation>„{}“ ist keine Zahl</translation>
    </message>
    <message>
        <source>a block has half a value</source>
        <translation>ein Block hat einen halben Wert</translation>
    </message>
    <message>
        <source>a block has a negative class</source>
        <translation>ein Block hat eine negative Klasse</translation>
    </message>
    <message>
        <source>a block of an unknown point</source>
        <translation>ein Block eines unbekannten Punktes</translation>
    </message>
    <message>
        <source>the block of point {} at image {} was changed</source>
        <translation>der Block von Punkt {} bei Bild {} wurde verändert</translation>
    </message>
    <message>
        <source>the block of point {} at image {} does not fit the study</source>
        <translation>der Block von Punkt {} bei Bild {} passt nicht zur Studie</translation>
    </message>
    <message>
        <source>The study was made on {} images, now there are {}</source>
        <translation>Die Studie wurde auf {} Bildern gemacht, jetzt sind es {}</translation>
    </message>
    <message>
        <source>A study cannot run on {} images</source>
        <translation>Eine Studie kann nicht auf {} Bildern laufen</translation>
    </message>
    <message>
        <source>The study&apos;s description is no text in UTF-8 ({})</source>
        <translation>Die Beschreibung der Studie ist kein Text in UTF-8 ({})</translation>
    </message>
    <message>
        <source>Rename the network or the images</source>
        <translation>Das Netz oder die Bilder umbenennen</translation>
    </message>
    <message>
        <source>write {}, such as {}</source>
        <translation>{} schreiben, etwa {}</translation>
    </message>
    <message>
        <source>steps of {} never lead from {} to {}</source>
        <translation>Schritte von {} führen nie von {} nach {}</translation>
    </message>
    <message>
        <source>give a step that leads from the first value to the last (negative when it falls)</source>
        <translation>einen Schritt angeben, der vom ersten Wert zum letzten führt (negativ, wenn es abwärts geht)</translation>
    </message>
    <message>
        <source>the range has more than {} values</source>
        <translation>der Bereich hat mehr als {} Werte</translation>
    </message>
    <message>
        <source>take a larger step</source>
        <translation>einen größeren Schritt nehmen</translation>
    </message>
    <message>
        <source>the value {} occurs twice</source>
        <translation>der Wert {} kommt zweimal vor</translation>
    </message>
    <message>
        <source>give each value once</source>
        <translation>jeden Wert einmal angeben</translation>
    </message>
    <message>
        <source>no &apos;=&apos; after the knob&apos;s name</source>
        <translation>kein &apos;=&apos; nach dem Namen des Reglers</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>keine Werte</translation>
    </message>
    <message>
        <source>more than three numbers in a range</source>
        <translation>mehr als drei Zahlen in einem Bereich</translation>
    </message>
    <message>
        <source>{} has no range of numbers</source>
        <translation>{} hat keinen Bereich von Zahlen</translation>
    </message>
    <message>
        <source>list its values: {}</source>
        <translation>seine Werte aufzählen: {}</translation>
    </message>
    <message>
        <source>more than {} values</source>
        <translation>mehr als {} Werte</translation>
    </message>
    <message>
        <source>take fewer</source>
        <translation>weniger nehmen</translation>
    </message>
    <message>
        <source>The catalogue of image sets cannot be used: {}</source>
        <translation>Der Katalog der Bildersätze ist nicht brauchbar: {}</translation>
    </message>
    <message>
        <source>docs/file-formats.md shows one</source>
        <translation>docs/file-formats.md zeigt einen</translation>
    </message>
    <message>
        <source>{} of &quot;{}&quot;</source>
        <translation>{} von „{}“</translation>
    </message>
    <message>
        <source>the number of bytes</source>
        <translation>die Zahl der Bytes</translation>
    </message>
    <message>
        <source>the name (up to {} of a-z, 0-9 and -)</source>
        <translation>der Name (bis zu {} Zeichen aus a-z, 0-9 und -)</translation>
    </message>
    <message>
        <source>the title (a line of {} bytes)</source>
        <translation>der Titel (eine Zeile von {} Byte)</translation>
    </message>
    <message>
        <source>the kind (cifar10 or cifar100)</source>
        <translation>die Art (cifar10 oder cifar100)</translation>
    </message>
    <message>
        <source>the file (a plain name)</source>
        <translation>die Datei (ein bloßer Name)</translation>
    </message>
    <message>
        <source>the url (http or https, up to {} bytes)</source>
        <translation>die URL (http oder https, bis zu {} Byte)</translation>
    </message>
    <message>
        <source>the sha256 (64 hexadecimal digits)</source>
        <translation>die SHA-256 (64 hexadezimale Ziffern)</translation>
    </message>
    <message>
        <source>its format is another one</source>
        <translation>sein Format ist ein anderes</translation>
    </message>
    <message>
        <source>its version is another one</source>
        <translation>seine Version ist eine andere</translation>
    </message>
    <message>
        <source>it has more than {} sets</source>
        <translation>er hat mehr als {} Sätze</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is there twice</source>
        <translation>„{}“ steht zweimal darin</translation>
    </message>
    <message>
        <source>&apos;{}&apos; and &apos;{}&apos; have the same file {}</source>
        <translation>„{}“ und „{}“ haben dieselbe Datei {}</translation>
    </message>
    <message>
        <source>libcurl could not be started</source>
        <translation>libcurl konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>no byte came for {} s</source>
        <translation>{} s lang kam kein Byte</translation>
    </message>
    <message>
        <source>the answer ended after {} of {} bytes</source>
        <translation>die Antwort endete nach {} von {} Byte</translation>
    </message>
    <message>
        <source>The server sends more than the {} bytes of this file</source>
        <translation>Der Server sendet mehr als die {} Byte dieser Datei</translation>
    </message>
    <message>
        <source>It is another file; name the right one by --url.</source>
        <translation>Es ist eine andere Datei; die richtige mit --url angeben.</translation>
    </message>
    <message>
        <source>The file cannot be fetched ({})</source>
        <translation>Die Datei kann nicht geholt werden ({})</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was refused ({})</source>
        <translation>Das Zertifikat des Servers wurde abgelehnt ({})</translation>
    </message>
    <message>
        <source>Check the clock and the certificates of this machine, and who answers in this network.</source>
        <translation>Uhr und Zertifikate dieses Rechners prüfen, und wer in diesem Netz antwortet.</translation>
    </message>
    <message>
        <source>The server answered with status {}</source>
        <translation>Der Server antwortete mit Status {}</translation>
    </message>
    <message>
        <source>The trouble is the server&apos;s: try again later; what is there is kept.</source>
        <translation>Es liegt am Server: später noch einmal versuchen; was da ist, bleibt.</translation>
    </message>
    <message>
        <source>The file may have moved, or is not for everybody; name it by --url.</source>
        <translation>Die Datei ist vielleicht umgezogen oder nicht für alle; sie mit --url angeben.</translation>
    </message>
    <message>
        <source>The download cannot be written: {}</source>
        <translation>Das Geladene kann nicht geschrieben werden: {}</translation>
    </message>
    <message>
        <source>Make room for {} MB, or name another place by --to.</source>
        <translation>Platz für {} MB schaffen oder mit --to einen anderen Ort angeben.</translation>
    </message>
    <message>
        <source>Let the folder be written, or name another place by --to.</source>
        <translation>Den Ordner beschreibbar machen oder mit --to einen anderen Ort angeben.</translation>
    </message>
    <message>
        <source>The broken part cannot be removed: {}</source>
        <translation>Der abgebrochene Teil kann nicht entfernt werden: {}</translation>
    </message>
    <message>
        <source>The download broke off {} times, last: {}</source>
        <translation>Das Laden brach {} Mal ab, zuletzt: {}</translation>
    </message>
    <message>
        <source>Look at the connection; what is there is kept, and the same command continues.</source>
        <translation>Die Verbindung prüfen; was da ist, bleibt, und derselbe Befehl macht weiter.</translation>
    </message>
    <message>
        <source>The folder cannot be made: {}</source>
        <translation>Der Ordner kann nicht angelegt werden: {}</translation>
    </message>
    <message>
        <source>Name another place by --to.</source>
        <translation>Mit --to einen anderen Ort angeben.</translation>
    </message>
    <message>
        <source>There is another file in the place of this one</source>
        <translation>An der Stelle dieser Datei liegt eine andere</translation>
    </message>
    <message>
        <source>Move it away, or name another place by --to.</source>
        <translation>Sie verschieben oder mit --to einen anderen Ort angeben.</translation>
    </message>
    <message>
        <source>The file cannot be put in its place: {}</source>
        <translation>Die Datei kann nicht an ihre Stelle gebracht werden: {}</translation>
    </message>
    <message>
        <source>The file fetched is another one: SHA-256 {} instead of {}</source>
        <translation>Die geholte Datei ist eine andere: SHA-256 {} statt {}</translation>
    </message>
    <message>
        <source>Try again; if it stays so, the file on the server has changed or is damaged on its way.</source>
        <translation>Noch einmal versuchen; bleibt es so, hat sich die Datei auf dem Server geändert oder wird unterwegs beschädigt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no data set that can be fetched</source>
        <translation>„{}“ ist kein Datensatz, der geholt werden kann</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Es gibt keinen.</translation>
    </message>
    <message>
        <source>Known: {}.</source>
        <translation>Bekannt: {}.</translation>
    </message>
    <message>
        <source>There is no home folder to keep data sets in</source>
        <translation>Es gibt kein persönliches Verzeichnis für Datensätze</translation>
    </message>
    <message>
        <source>Name a place by --to.</source>
        <translation>Mit --to einen Ort angeben.</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} und {} weiteren</translation>
    </message>
    <message>
        <source>The random noise that stays fixed would be more than {} % of full scale at {}</source>
        <translation>Das festgehaltene Zufallsrauschen wäre mehr als {} % des Vollausschlags bei {}</translation>
    </message>
    <message>
        <source>Leave these points out, set less noise, or let the percentage stay fixed</source>
        <translation>Diese Punkte weglassen, weniger Rauschen setzen oder den Prozentwert festhalten</translation>
    </message>
    <message>
        <source>noise cannot be held in &quot;{}&quot;</source>
        <translation>Rauschen kann nicht in „{}“ festgehalten werden</translation>
    </message>
    <message>
        <source>Something has this name already</source>
        <translation>Etwas hat diesen Namen schon</translation>
    </message>
    <message>
        <source>Criteria are mse, csnr and minmax.</source>
        <translation>Kriterien sind mse, csnr und minmax.</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>LessonLibrary</name>
    <message>
        <source>%1 is no lesson</source>
        <translation>%1 ist keine Lektion</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>NamedSetting</name>
    <message>
        <source>ADC range</source>
        <translation>ADC-Bereich</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>calibrated (MSE)</source>
        <translation>kalibriert (MSE)</translation>
    </message>
    <message>
        <source>calibrated (CSNR)</source>
        <translation>kalibriert (CSNR)</translation>
    </message>
    <message>
        <source>one range (MSE)</source>
        <translation>ein Bereich (MSE)</translation>
    </message>
    <message>
        <source>one range (CSNR)</source>
        <translation>ein Bereich (CSNR)</translation>
    </message>
    <message>
        <source>Full: the ADC spans the whole column. Calibrated: range and offset are chosen from the column sums of the first images, for each layer or one range for all, by least mean square error, by compute SNR with the noise, or from the least to the greatest sum</source>
        <translation>Voll: Der ADC überspannt die ganze Spalte. Kalibriert: Bereich und Offset folgen aus den Spaltensummen der ersten Bilder, für jede Schicht oder ein Bereich für alle, nach dem kleinsten mittleren quadratischen Fehler, nach dem CSNR mit dem Rauschen oder von der kleinsten bis zur größten Summe</translation>
    </message>
    <message>
        <source>calibrated (min-max)</source>
        <translation>kalibriert (Min-Max)</translation>
    </message>
    <message>
        <source>one range (min-max)</source>
        <translation>ein Bereich (Min-Max)</translation>
    </message>
</context>
<context>
    <name>NormalisationStrip</name>
    <message>
        <source>ImageNet</source>
        <translation>ImageNet</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>0 … 1 to −1 … 1</source>
        <translation>0 … 1 auf −1 … 1</translation>
    </message>
    <message>
        <source>0 … 1 as it is</source>
        <translation>0 … 1 unverändert</translation>
    </message>
</context>
<context>
    <name>ParameterProblem</name>
    <message>
        <source>{} and {} reach beyond the column&apos;s full scale. Lower one of them: together they are at most 100 %.</source>
        <translation>{} und {} reichen über den Vollausschlag der Spalte hinaus. Verringern Sie eines davon: Zusammen sind sie höchstens 100 %.</translation>
    </message>
    <message>
        <source>{} is more than {}. Lower {} to at most {}.</source>
        <translation>{} ist mehr als {}. Verringern Sie {} auf höchstens {}.</translation>
    </message>
    <message>
        <source>{} is more than the {} diagonals of {} and {} activation cycles ({}). Lower {} to at most {}.</source>
        <translation>{} ist mehr als die {} Diagonalen von {} und {} Aktivierungszyklen ({}). Verringern Sie {} auf höchstens {}.</translation>
    </message>
    <message>
        <source>{} excludes {}. Set {} to 0 or {} to {}.</source>
        <translation>{} schließt {} aus. Setzen Sie {} auf 0 oder {} auf {}.</translation>
    </message>
    <message>
        <source>{} needs a sign and so excludes {}. Set {} to at least 2 or {} to {}.</source>
        <translation>{} braucht ein Vorzeichen und schließt so {} aus. Setzen Sie {} auf mindestens 2 oder {} auf {}.</translation>
    </message>
    <message>
        <source>{} and {} calibrate the same energy twice. Set one of them to 1.</source>
        <translation>{} und {} kalibrieren dieselbe Energie doppelt. Setzen Sie eines davon auf 1.</translation>
    </message>
    <message>
        <source>{} resolves one bit, not {}. Set {} to 1, or {} to {} or {}.</source>
        <translation>{} löst ein Bit auf, nicht {}. Setzen Sie {} auf 1 oder {} auf {} oder {}.</translation>
    </message>
    <message>
        <source>{} leaves no conversion per weight bit, which {} needs. Set {} to 0.</source>
        <translation>{} lässt keine Wandlung je Gewichtsbit, die {} braucht. Setzen Sie {} auf 0.</translation>
    </message>
    <message>
        <source>{} is known of capacitors only, not with {}. Set {} to {} or {} to {}.</source>
        <translation>{} ist nur von Kondensatoren bekannt, nicht mit {}. Setzen Sie {} auf {} oder {} auf {}.</translation>
    </message>
    <message>
        <source>{} at {} is a random noise of {} % of full scale. Lower {} so that it is at most 100 %.</source>
        <translation>{} bei {} ist ein Zufallsrauschen von {} % des Vollausschlags. Verringern Sie {}, bis es höchstens 100 % sind.</translation>
    </message>
</context>
<context>
    <name>ParameterRange</name>
    <message>
        <source>a whole number, {}</source>
        <translation>eine ganze Zahl, {}</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
    <message>
        <source>more than {}, at most {}</source>
        <translation>mehr als {}, höchstens {}</translation>
    </message>
    <message>
        <source>at least {}, less than {}</source>
        <translation>mindestens {}, kleiner als {}</translation>
    </message>
    <message>
        <source>more than {}, less than {}</source>
        <translation>mehr als {}, kleiner als {}</translation>
    </message>
    <message>
        <source>an odd number, {}</source>
        <translation>eine ungerade Zahl, {}</translation>
    </message>
</context>
<context>
    <name>ParameterTable</name>
    <message>
        <source>Array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>Gewichtsbits</translation>
    </message>
    <message>
        <source>bit</source>
        <translation>Bit</translation>
    </message>
    <message>
        <source>Bits of a weight in two&apos;s complement. Each bit has a column of cells of its own.</source>
        <translation>Bits eines Gewichts im Zweierkomplement. Jedes Bit hat eine eigene Spalte von Zellen.</translation>
    </message>
    <message>
        <source>Activation bits</source>
        <translation>Aktivierungsbits</translation>
    </message>
    <message>
        <source>Bits of an activation on the rows, the sign included when activations are signed.</source>
        <translation>Bits einer Aktivierung auf den Zeilen, mit Vorzeichen, wenn Aktivierungen eines haben.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows whose products are summed on the column by one conversion. More rows mean fewer conversions, but a larger full scale for the same ADC.</source>
        <translation>Zeilen, deren Produkte eine Wandlung auf der Spalte summiert. Mehr Zeilen heißt weniger Wandlungen, aber ein größerer Vollausschlag für denselben ADC.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Physical columns of one macro. They set cost only; results do not depend on them.</source>
        <translation>Physische Spalten eines Makros. Sie bestimmen nur die Kosten; die Ergebnisse hängen nicht von ihnen ab.</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>How a long reduction is cut to the rows: in whole channels of a convolution, or densely through channels, which fills the rows better.</source>
        <translation>Wie eine lange Summe auf die Zeilen verteilt wird: in ganzen Kanälen einer Faltung, oder dicht durch die Kanäle, was die Zeilen besser füllt.</translation>
    </message>
    <message>
        <source>whole_channels</source>
        <translation>ganze Kanäle</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>Weight parallel</source>
        <translation>Gewichte parallel</translation>
    </message>
    <message>
        <source>All bits of a weight are summed in the analog domain with their significance, and one bipolar conversion reads the sum.</source>
        <translation>Alle Bits eines Gewichts werden analog mit ihrer Wertigkeit summiert, und eine bipolare Wandlung liest die Summe.</translation>
    </message>
    <message>
        <source>Stationary operand</source>
        <translation>Fester Operand</translation>
    </message>
    <message>
        <source>Which operand of a product of two activations (attention) sits in the cells; the other one is streamed on the rows.</source>
        <translation>Welcher Operand eines Produkts zweier Aktivierungen (Attention) in den Zellen steht; der andere läuft über die Zeilen.</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erster</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweiter</translation>
    </message>
    <message>
        <source>Converter</source>
        <translation>Wandler</translation>
    </message>
    <message>
        <source>ADC bits</source>
        <translation>ADC-Bits</translation>
    </message>
    <message>
        <source>Resolution of the column&apos;s ADC: 2^b codes over its input range. Sums of 2^b - 1 rows are read without rounding.</source>
        <translation>Auflösung des ADC der Spalte: 2^b Codes über seinen Eingangsbereich. Summen von 2^b - 1 Zeilen werden ohne Rundung gelesen.</translation>
    </message>
    <message>
        <source>Encoding bits</source>
        <translation>Kodierungsbits</translation>
    </message>
    <message>
        <source>Activation bits applied at once as an analog level. 1 is bit-serial; more need fewer cycles, but widen the column sum for the same ADC.</source>
        <translation>Aktivierungsbits, die zugleich als analoger Pegel angelegt werden. 1 ist bitseriell; mehr brauchen weniger Zyklen, verbreitern aber die Spaltensumme für denselben ADC.</translation>
    </message>
    <message>
        <source>ADC range</source>
        <translation>ADC-Bereich</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Width of the ADC&apos;s input range in per cent of the column&apos;s full scale. A narrow range has finer steps; sums outside of it clip.</source>
        <translation>Breite des Eingangsbereichs des ADC in Prozent des Vollausschlags der Spalte. Ein schmaler Bereich hat feinere Stufen; Summen außerhalb werden begrenzt.</translation>
    </message>
    <message>
        <source>ADC offset</source>
        <translation>ADC-Offset</translation>
    </message>
    <message>
        <source>Lower edge of the ADC&apos;s input range in per cent of the column&apos;s full scale. Offset and range are at most 100 % together.</source>
        <translation>Unterer Rand des Eingangsbereichs des ADC in Prozent des Vollausschlags der Spalte. Offset und Bereich sind zusammen höchstens 100 %.</translation>
    </message>
    <message>
        <source>ADC type</source>
        <translation>ADC-Art</translation>
    </message>
    <message>
        <source>Circuit of the ADC, for its energy, time and area: successive approximation, flash, or one sense amplifier, which resolves one bit.</source>
        <translation>Schaltung des ADC, für Energie, Zeit und Fläche: sukzessive Approximation, Flash, oder ein Leseverstärker, der ein Bit auflöst.</translation>
    </message>
    <message>
        <source>sar</source>
        <translation>SAR</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>sense_amp</source>
        <translation>SA</translation>
    </message>
    <message>
        <source>ADC comparators</source>
        <translation>ADC-Komparatoren</translation>
    </message>
    <message>
        <source>Comparators of a flash ADC, for its energy and area; 0 stands for 2^b - 1. Other types ignore it.</source>
        <translation>Komparatoren eines Flash-ADC, für Energie und Fläche; 0 steht für 2^b - 1. Andere Arten übergehen es.</translation>
    </message>
    <message>
        <source>Columns per ADC</source>
        <translation>Spalten je ADC</translation>
    </message>
    <message>
        <source>Columns that share one ADC by turns: less area, more time, the same energy and the same results.</source>
        <translation>Spalten, die sich einen ADC reihum teilen: weniger Fläche, mehr Zeit, dieselbe Energie und dieselben Ergebnisse.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Activation scale</source>
        <translation>Aktivierungsskala</translation>
    </message>
    <message>
        <source>Where the full scale of activations comes from: stored calibration images, the image itself, or its batch.</source>
        <translation>Woher der Vollausschlag der Aktivierungen kommt: gespeicherte Kalibrierbilder, das Bild selbst oder sein Batch.</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>per_image</source>
        <translation>je Bild</translation>
    </message>
    <message>
        <source>per_batch</source>
        <translation>je Batch</translation>
    </message>
    <message>
        <source>Activation percentile</source>
        <translation>Aktivierungsperzentil</translation>
    </message>
    <message>
        <source>The calibrated scale is this percentile of a layer&apos;s calibration values, 100 the maximum; larger values clip. Tight clipping fills the upper bits.</source>
        <translation>Die kalibrierte Skala ist dieses Perzentil der Kalibrierwerte einer Schicht, 100 das Maximum; größere Werte werden begrenzt. Enges Begrenzen füllt die oberen Bits.</translation>
    </message>
    <message>
        <source>Signed activations</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>Whether activations carry a sign bit, which takes a cycle of its own; auto: when calibration saw a negative value.</source>
        <translation>Ob Aktivierungen ein Vorzeichenbit tragen, das einen eigenen Zyklus braucht; auto: wenn die Kalibrierung einen negativen Wert sah.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Images computed together as one block. Part of the result only when the activation scale is per batch.</source>
        <translation>Bilder, die zusammen als ein Block gerechnet werden. Teil des Ergebnisses nur, wenn die Aktivierungsskala je Batch gilt.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Noise source</source>
        <translation>Rauschquelle</translation>
    </message>
    <message>
        <source>Typed: random noise and nonlinearity as they stand below. Physical: both follow from comparator noise, unit capacitor and mismatch, and so does the energy; the two typed values then wait.</source>
        <translation>Eingegeben: Zufallsrauschen und Nichtlinearität, wie sie unten stehen. Physikalisch: Beide folgen aus Komparatorrauschen, Einheitskapazität und Mismatch, und die Energie auch; die beiden eingegebenen Werte ruhen dann.</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>eingegeben</translation>
    </message>
    <message>
        <source>physical</source>
        <translation>physikalisch</translation>
    </message>
    <message>
        <source>Random noise</source>
        <translation>Zufallsrauschen</translation>
    </message>
    <message>
        <source>Standard deviation of the noise of one conversion (thermal, comparator, supply) in per cent of the column&apos;s full scale.</source>
        <translation>Standardabweichung des Rauschens einer Wandlung (thermisch, Komparator, Versorgung) in Prozent des Vollausschlags der Spalte.</translation>
    </message>
    <message>
        <source>Nonlinearity</source>
        <translation>Nichtlinearität</translation>
    </message>
    <message>
        <source>Standard deviation of the mismatch noise in per cent of the column&apos;s full scale; it falls as one over the root of the column sum, as mismatch averages out.</source>
        <translation>Standardabweichung des Mismatch-Rauschens in Prozent des Vollausschlags der Spalte; es fällt mit eins durch die Wurzel der Spaltensumme, da sich Mismatch ausmittelt.</translation>
    </message>
    <message>
        <source>Comparator noise</source>
        <translation>Komparatorrauschen</translation>
    </message>
    <message>
        <source>LSB</source>
        <translation>LSB</translation>
    </message>
    <message>
        <source>Physical noise: standard deviation of the comparator&apos;s decision in steps of the ADC. Halving it costs four times the comparator&apos;s energy.</source>
        <translation>Physikalisches Rauschen: Standardabweichung der Komparatorentscheidung in Stufen des ADC. Es zu halbieren kostet die vierfache Energie des Komparators.</translation>
    </message>
    <message>
        <source>Reference noise</source>
        <translation>Referenzrauschen</translation>
    </message>
    <message>
        <source>Physical noise: standard deviation of the ADC&apos;s reference in per cent of the column&apos;s full scale.</source>
        <translation>Physikalisches Rauschen: Standardabweichung der Referenz des ADC in Prozent des Vollausschlags der Spalte.</translation>
    </message>
    <message>
        <source>ADC INL</source>
        <translation>ADC-INL</translation>
    </message>
    <message>
        <source>Physical noise: integral nonlinearity of the ADC, root mean square in steps of the ADC; it adds to the capacitors&apos; mismatch.</source>
        <translation>Physikalisches Rauschen: integrale Nichtlinearität des ADC, Effektivwert in Stufen des ADC; sie kommt zum Mismatch der Kapazitäten hinzu.</translation>
    </message>
    <message>
        <source>Current domain</source>
        <translation>Stromdomäne</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Gain compression a of a current-domain column: its sum s is read as s / (1 + a s), typically with 0.0001 to 0.001.</source>
        <translation>Verstärkungskompression a einer Spalte in der Stromdomäne: Ihre Summe s wird als s / (1 + a s) gelesen, typisch mit 0,0001 bis 0,001.</translation>
    </message>
    <message>
        <source>Weight variation</source>
        <translation>Gewichtsstreuung</translation>
    </message>
    <message>
        <source>Standard deviation of each cell&apos;s current in per cent of one cell. It is static: the seed draws one chip. Simulated cell by cell, some fifteen times slower.</source>
        <translation>Standardabweichung des Stroms jeder Zelle in Prozent einer Zelle. Sie ist statisch: Der Startwert zieht einen Chip. Zelle für Zelle simuliert, etwa fünfzehnmal langsamer.</translation>
    </message>
    <message>
        <source>Hybrid and voting</source>
        <translation>Hybrid und Voting</translation>
    </message>
    <message>
        <source>Hybrid levels</source>
        <translation>Hybridstufen</translation>
    </message>
    <message>
        <source>Most significant diagonals (weight bit plus activation cycle) that are computed digitally, without conversion.</source>
        <translation>Höchstwertige Diagonalen (Gewichtsbit plus Aktivierungszyklus), die digital gerechnet werden, ohne Wandlung.</translation>
    </message>
    <message>
        <source>Hybrid readout</source>
        <translation>Hybridauslesen</translation>
    </message>
    <message>
        <source>Digital cycles give the exact sum, or go through a noise-free ADC as in the published simulator.</source>
        <translation>Digitale Zyklen geben die exakte Summe, oder gehen durch einen rauschfreien ADC wie im veröffentlichten Simulator.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>adc</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>Voting levels</source>
        <translation>Voting-Stufen</translation>
    </message>
    <message>
        <source>Most significant diagonals (weight bit plus activation cycle) that are converted several times.</source>
        <translation>Höchstwertige Diagonalen (Gewichtsbit plus Aktivierungszyklus), die mehrmals gewandelt werden.</translation>
    </message>
    <message>
        <source>Voting samples</source>
        <translation>Voting-Wandlungen</translation>
    </message>
    <message>
        <source>Conversions of a voted cycle; each has noise of its own.</source>
        <translation>Wandlungen eines Zyklus mit Voting; jede hat eigenes Rauschen.</translation>
    </message>
    <message>
        <source>Voting rule</source>
        <translation>Voting-Regel</translation>
    </message>
    <message>
        <source>How the codes of a voted cycle become one: the most frequent (the smallest of those tied), the median or the mean.</source>
        <translation>Wie die Codes eines Zyklus mit Voting einer werden: der häufigste (der kleinste bei Gleichstand), der Median oder der Mittelwert.</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Voting cost</source>
        <translation>Voting-Kosten</translation>
    </message>
    <message>
        <source>What a voted cycle pays for: whole conversions, each with the array evaluated anew, or only its last comparisons repeated.</source>
        <translation>Was ein Zyklus mit Voting bezahlt: ganze Wandlungen, für die das Array jeweils neu auswertet, oder nur die Wiederholung der letzten Vergleiche.</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>comparator</source>
        <translation>Komparator</translation>
    </message>
    <message>
        <source>Voted comparisons</source>
        <translation>Voting-Vergleiche</translation>
    </message>
    <message>
        <source>How many of the last comparisons of a conversion are repeated when voting costs comparisons only.</source>
        <translation>Wie viele der letzten Vergleiche einer Wandlung wiederholt werden, wenn Voting nur Vergleiche kostet.</translation>
    </message>
    <message>
        <source>Digital layers</source>
        <translation>Digitale Schichten</translation>
    </message>
    <message>
        <source>Digital weight bits</source>
        <translation>Dig. Gewichtsbits</translation>
    </message>
    <message>
        <source>Bits of the weights of layers that stay digital, computed with exact integers.</source>
        <translation>Bits der Gewichte von Schichten, die digital bleiben, mit exakten ganzen Zahlen gerechnet.</translation>
    </message>
    <message>
        <source>Digital activation bits</source>
        <translation>Dig. Aktivierungsbits</translation>
    </message>
    <message>
        <source>Bits of the activations of layers that stay digital, computed with exact integers.</source>
        <translation>Bits der Aktivierungen von Schichten, die digital bleiben, mit exakten ganzen Zahlen gerechnet.</translation>
    </message>
    <message>
        <source>Technology</source>
        <translation>Technologie</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>nm</source>
        <translation>nm</translation>
    </message>
    <message>
        <source>Technology node. Digital and wire capacitances scale with it; the ADC and the unit capacitor do not.</source>
        <translation>Technologieknoten. Digitale Kapazitäten und die der Leitungen skalieren mit ihm; ADC und Einheitskapazität nicht.</translation>
    </message>
    <message>
        <source>Supply voltage</source>
        <translation>Versorgung</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>Supply of the macro. Every energy goes with its square, and thermal noise counts less the higher it is.</source>
        <translation>Versorgungsspannung des Makros. Jede Energie geht mit ihrem Quadrat, und thermisches Rauschen zählt umso weniger, je höher sie ist.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>What the cells add on a column, for the energy: charges, currents, currents through resistive cells, or delays. Only the charge domain is calibrated.</source>
        <translation>Was die Zellen auf einer Spalte addieren, für die Energie: Ladungen, Ströme, Ströme durch resistive Zellen oder Laufzeiten. Nur die Ladungsdomäne ist kalibriert.</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>Ladung</translation>
    </message>
    <message>
        <source>current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>resistive</source>
        <translation>resistiv</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Unit capacitor</source>
        <translation>Einheitskapazität</translation>
    </message>
    <message>
        <source>fF</source>
        <translation>fF</translation>
    </message>
    <message>
        <source>Capacitor of one cell in the charge domain. A larger one costs energy, and matches better: physical noise falls with its root.</source>
        <translation>Kapazität einer Zelle in der Ladungsdomäne. Eine größere kostet Energie und passt besser: Das physikalische Rauschen fällt mit ihrer Wurzel.</translation>
    </message>
    <message>
        <source>Attenuation</source>
        <translation>Dämpfung</translation>
    </message>
    <message>
        <source>Swing of a column over the supply: the unit capacitors&apos; share of the column&apos;s capacitance, 1 without parasitics.</source>
        <translation>Hub einer Spalte über der Versorgung: der Anteil der Einheitskapazitäten an der Kapazität der Spalte, 1 ohne Parasiten.</translation>
    </message>
    <message>
        <source>Row driver</source>
        <translation>Zeilentreiber</translation>
    </message>
    <message>
        <source>How several activation bits at once reach a row, for the energy: as a level of a DAC or as a number of pulses.</source>
        <translation>Wie mehrere Aktivierungsbits zugleich auf eine Zeile kommen, für die Energie: als Pegel eines DAC oder als Zahl von Pulsen.</translation>
    </message>
    <message>
        <source>dac</source>
        <translation>DAC</translation>
    </message>
    <message>
        <source>pulse</source>
        <translation>Pulse</translation>
    </message>
    <message>
        <source>Cells per weight</source>
        <translation>Zellen je Gewicht</translation>
    </message>
    <message>
        <source>Columns of cells that a weight takes, for energy and area; 0 stands for one per weight bit, which is what is simulated.</source>
        <translation>Spalten von Zellen, die ein Gewicht belegt, für Energie und Fläche; 0 steht für eine je Gewichtsbit, was simuliert wird.</translation>
    </message>
    <message>
        <source>Conversions per weight</source>
        <translation>Wandlungen je Gewicht</translation>
    </message>
    <message>
        <source>Conversions that a weight takes in one cycle, for energy and time; 0 stands for what is simulated: one per weight bit, or one when weight parallel.</source>
        <translation>Wandlungen, die ein Gewicht in einem Zyklus braucht, für Energie und Zeit; 0 steht für das, was simuliert wird: eine je Gewichtsbit, oder eine, wenn Gewichte parallel sind.</translation>
    </message>
    <message>
        <source>Input density</source>
        <translation>Eingangsdichte</translation>
    </message>
    <message>
        <source>Share of ones, or the mean level, that activations put on the rows; taken for the energy and for the typical column sum.</source>
        <translation>Anteil der Einsen, oder mittlerer Pegel, den Aktivierungen auf die Zeilen geben; für die Energie und die typische Spaltensumme.</translation>
    </message>
    <message>
        <source>Weight density</source>
        <translation>Gewichtsdichte</translation>
    </message>
    <message>
        <source>Share of cells that hold a one; taken for the energy and for the typical column sum.</source>
        <translation>Anteil der Zellen, die eine Eins halten; für die Energie und die typische Spaltensumme.</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>Chip</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Makros</translation>
    </message>
    <message>
        <source>Macros on the chip, all at work at once. They set the latency, and whether all weights fit.</source>
        <translation>Makros auf dem Chip, die alle zugleich arbeiten. Sie bestimmen die Latenz, und ob alle Gewichte hineinpassen.</translation>
    </message>
    <message>
        <source>Weights resident</source>
        <translation>Gewichte bleiben</translation>
    </message>
    <message>
        <source>Weights stay in the macros and are written once for several images; otherwise they are written anew for every image.</source>
        <translation>Gewichte bleiben in den Makros und werden für mehrere Bilder einmal geschrieben; sonst werden sie für jedes Bild neu geschrieben.</translation>
    </message>
    <message>
        <source>Images per load</source>
        <translation>Bilder je Laden</translation>
    </message>
    <message>
        <source>Images that share the energy of writing resident weights once.</source>
        <translation>Bilder, die sich die Energie des einmaligen Schreibens bleibender Gewichte teilen.</translation>
    </message>
    <message>
        <source>Buffer size</source>
        <translation>Puffergröße</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>Size of the memories for inputs, outputs and partial sums; a larger one costs more per bit.</source>
        <translation>Größe der Speicher für Eingänge, Ausgänge und Partialsummen; ein größerer kostet mehr je Bit.</translation>
    </message>
    <message>
        <source>Energy calibration</source>
        <translation>Energiekalibrierung</translation>
    </message>
    <message>
        <source>Energy scale</source>
        <translation>Energiefaktor</translation>
    </message>
    <message>
        <source>Factor on all energies of the macro that brings the model onto a measured chip. Not together with the factors of single parts.</source>
        <translation>Faktor auf alle Energien des Makros, der das Modell auf einen gemessenen Chip bringt. Nicht zusammen mit den Faktoren einzelner Teile.</translation>
    </message>
    <message>
        <source>ADC scale</source>
        <translation>ADC-Faktor</translation>
    </message>
    <message>
        <source>Factor on the energy of the ADC alone, from a measured breakdown or another ADC.</source>
        <translation>Faktor auf die Energie des ADC allein, aus einer gemessenen Aufschlüsselung oder für einen anderen ADC.</translation>
    </message>
    <message>
        <source>Array scale</source>
        <translation>Array-Faktor</translation>
    </message>
    <message>
        <source>Factor on the energy of cells, bit lines and word lines, from a measured breakdown.</source>
        <translation>Faktor auf die Energie von Zellen, Bitleitungen und Wortleitungen, aus einer gemessenen Aufschlüsselung.</translation>
    </message>
    <message>
        <source>DAC scale</source>
        <translation>DAC-Faktor</translation>
    </message>
    <message>
        <source>Factor on the energy of the row DACs alone, from a measured breakdown or another DAC.</source>
        <translation>Faktor auf die Energie der Zeilen-DACs allein, aus einer gemessenen Aufschlüsselung oder für einen anderen DAC.</translation>
    </message>
    <message>
        <source>Digital scale</source>
        <translation>Digitalfaktor</translation>
    </message>
    <message>
        <source>Factor on the energy of digital cycles, digital layers and the all-digital reference.</source>
        <translation>Faktor auf die Energie digitaler Zyklen, digitaler Schichten und des volldigitalen Vergleichs.</translation>
    </message>
    <message>
        <source>Randomness</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Number that all randomness follows from: another seed is another chip and other noise, the same seed the same result.</source>
        <translation>Zahl, aus der aller Zufall folgt: Ein anderer Startwert ist ein anderer Chip und anderes Rauschen, derselbe dasselbe Ergebnis.</translation>
    </message>
</context>
<context>
    <name>ParameterText</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;br/&gt;%2&lt;/p&gt;&lt;p style=&apos;font-size:8pt&apos;&gt;%3, default %4. Set with &lt;code&gt;%5&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;br/&gt;%2&lt;/p&gt;&lt;p style=&apos;font-size:8pt&apos;&gt;%3, Vorgabe %4. Setzen mit &lt;code&gt;%5&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>{} or {}</source>
        <translation>{} oder {}</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}, {}</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Charge domain</source>
        <translation>Ladungsdomäne</translation>
    </message>
    <message>
        <source>Current domain</source>
        <translation>Stromdomäne</translation>
    </message>
    <message>
        <source>Resistive domain</source>
        <translation>Resistive Domäne</translation>
    </message>
    <message>
        <source>Time domain</source>
        <translation>Zeitdomäne</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1, doi %2.</source>
        <translation>%1, doi %2.</translation>
    </message>
    <message>
        <source>Its figures are from %1.</source>
        <translation>Seine Zahlen stammen aus %1.</translation>
    </message>
    <message>
        <source>Assumed here: %1.</source>
        <translation>Hier angenommen: %1.</translation>
    </message>
</context>
<context>
    <name>PublishedChips</name>
    <message>
        <source>the abstract of its paper</source>
        <translation>der Zusammenfassung seiner Arbeit</translation>
    </message>
    <message>
        <source>a model of it that others published</source>
        <translation>einem Modell, das andere davon veröffentlicht haben</translation>
    </message>
    <message>
        <source>notes of others</source>
        <translation>Notizen anderer</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
</context>
<context>
    <name>PublishedCurves</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>change of %1</source>
        <translation>Änderung von %1</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>RangeSaving</name>
    <message>
        <source>(%1 instead of %2 bits)</source>
        <translation>(%1 statt %2 Bit)</translation>
    </message>
    <message numerus="yes">
        <source>%n bits fewer at %1 accuracy</source>
        <translation>
            <numerusform>%n Bit weniger bei %1 Genauigkeit</numerusform>
            <numerusform>%n Bit weniger bei %1 Genauigkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits more at %1 accuracy</source>
        <translation>
            <numerusform>%n Bit mehr bei %1 Genauigkeit</numerusform>
            <numerusform>%n Bit mehr bei %1 Genauigkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>as many bits at %1 accuracy</source>
        <translation>ebenso viele Bits bei %1 Genauigkeit</translation>
    </message>
    <message>
        <source>%1 times less ADC energy</source>
        <translation>%1-mal weniger ADC-Energie</translation>
    </message>
    <message>
        <source>%1 times as much ADC energy</source>
        <translation>%1-mal so viel ADC-Energie</translation>
    </message>
</context>
<context>
    <name>ReferenceLines</name>
    <message>
        <source>float and quantised %1</source>
        <translation>Gleitkomma und quantisiert %1</translation>
    </message>
    <message>
        <source>float %1</source>
        <translation>Gleitkomma %1</translation>
    </message>
    <message>
        <source>quantised %1</source>
        <translation>quantisiert %1</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>%1, paused</source>
        <translation>%1, angehalten</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
</context>
<context>
    <name>SubjectText</name>
    <message>
        <source>Demo network</source>
        <translation>Demo-Netz</translation>
    </message>
    <message>
        <source>Demo images</source>
        <translation>Demo-Bilder</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Over 20 published charge-domain points the model gives 0.78 of what they report, within a factor of 1.94.</source>
        <translation>An 20 veröffentlichten Punkten der Ladungsdomäne ergibt das Modell das 0,78-Fache der Angaben, auf einen Faktor 1,94 genau.</translation>
    </message>
    <message>
        <source>Nothing is calibrated here: 14 published points in current, resistive and time domain spread by a factor of 5.3.</source>
        <translation>Hier ist nichts kalibriert: 14 veröffentlichte Punkte in Strom-, resistiver und Zeitdomäne streuen um einen Faktor 5,3.</translation>
    </message>
</context>
<context>
    <name>UserGuide</name>
    <message>
        <source>The user guide could not be opened</source>
        <translation>Das Handbuch konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>It was not installed with the program; it is part of the sources, in docs/user-guide.</source>
        <translation>Es wurde nicht mit dem Programm installiert; es ist Teil der Quellen, in docs/user-guide.</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>No browser was found here</source>
        <translation>Hier wurde kein Browser gefunden</translation>
    </message>
    <message>
        <source>If the user guide did not open, it is here: %1</source>
        <translation>Falls sich das Handbuch nicht geöffnet hat, liegt es hier: %1</translation>
    </message>
    <message>
        <source>No program opens %1. Open it with a browser.</source>
        <translation>Kein Programm öffnet %1. Öffnen Sie es mit einem Browser.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start the sweep with these settings</source>
        <translation>Den Sweep mit diesen Einstellungen starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop; what is computed stays</source>
        <translation>Stoppen; was gerechnet ist, bleibt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Find a knob</source>
        <translation>Regler suchen</translation>
    </message>
    <message>
        <source>Find a knob by its name</source>
        <translation>Einen Regler nach seinem Namen suchen</translation>
    </message>
    <message>
        <source>Reset all knobs</source>
        <translation>Alle Regler zurücksetzen</translation>
    </message>
    <message>
        <source>Set every knob to its baseline</source>
        <translation>Jeden Regler auf seinen Ausgangswert setzen</translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation>Studie öffnen…</translation>
    </message>
    <message>
        <source>Open settings and runs that were saved</source>
        <translation>Gespeicherte Einstellungen und Läufe öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save study as…</source>
        <translation>Studie speichern unter…</translation>
    </message>
    <message>
        <source>Save settings, runs and notes, with predictions of every image</source>
        <translation>Einstellungen, Läufe und Notizen speichern, mit den Vorhersagen jedes Bildes</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>Daten als CSV speichern…</translation>
    </message>
    <message>
        <source>Save the data</source>
        <translation>Die Daten speichern</translation>
    </message>
    <message>
        <source>Copy chart</source>
        <translation>Diagramm kopieren</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>Das Diagramm als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Copy the data as CSV</source>
        <translation>Die Daten als CSV kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the window; a running sweep goes on from where it was at the next start</source>
        <translation>Das Fenster schließen; ein laufender Sweep geht beim nächsten Start dort weiter, wo er war</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Follow the system&apos;s palette</source>
        <translation>Der Palette des Systems folgen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Farbschema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Farbschema</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Put every part of the window back in its place</source>
        <translation>Jeden Teil des Fensters an seinen Platz zurücksetzen</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Open or close the lessons: set, run, answer, compare with the paper</source>
        <translation>Die Lektionen öffnen oder schließen: einstellen, starten, antworten, mit der Veröffentlichung vergleichen</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Open the user guide</source>
        <translation>Das Handbuch öffnen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What every key does</source>
        <translation>Was jede Taste tut</translation>
    </message>
    <message>
        <source>About ACiM Explorer</source>
        <translation>Über ACiM Explorer</translation>
    </message>
    <message>
        <source>Version, licences, how to cite, and what machine runs</source>
        <translation>Version, Lizenzen, wie zu zitieren ist, und welche Maschine rechnet</translation>
    </message>
    <message>
        <source>Export chart…</source>
        <translation>Diagramm exportieren…</translation>
    </message>
    <message>
        <source>Save the chart as PNG, SVG, PDF or CSV</source>
        <translation>Das Diagramm als PNG, SVG, PDF oder CSV speichern</translation>
    </message>
    <message>
        <source>Sensitivity of layers</source>
        <translation>Empfindlichkeit der Schichten</translation>
    </message>
    <message>
        <source>Change each layer in turn and rank the layers</source>
        <translation>Jede Schicht einzeln ändern und die Schichten ordnen</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation>Die zurückgenommene Änderung wiederholen</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>Begin anew: knobs at their defaults, no runs; what is not saved is offered again</source>
        <translation>Neu beginnen: alle Regler auf Ausgangswert, keine Läufe; was nicht gespeichert ist, wird wieder angeboten</translation>
    </message>
    <message>
        <source>Save settings, runs and notes onto the open study; asks for a file where there is none</source>
        <translation>Einstellungen, Läufe und Notizen in die offene Studie speichern; fragt nach einer Datei, wo es keine gibt</translation>
    </message>
    <message>
        <source>Copy as command line</source>
        <translation>Als Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Copy the acim command that computes the picked run, or this sweep, again</source>
        <translation>Den acim-Befehl kopieren, der den gewählten Lauf oder diese Messreihe neu rechnet</translation>
    </message>
    <message>
        <source>Export study as folder…</source>
        <translation>Studie als Ordner exportieren …</translation>
    </message>
    <message>
        <source>Save the study, settings, data, pictures and commands into one folder</source>
        <translation>Studie, Einstellungen, Daten, Bilder und Befehle in einem Ordner sichern</translation>
    </message>
    <message>
        <source>Save settings as JSON…</source>
        <translation>Einstellungen als JSON sichern …</translation>
    </message>
    <message>
        <source>Save the knobs as a file that acim run --settings takes</source>
        <translation>Die Regler als Datei sichern, die acim run --settings liest</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Take the keyboard to the next part: bar, knobs, chart, sweep, docks, runs</source>
        <translation>Bringt die Tastatur zum nächsten Teil: Leiste, Regler, Diagramm, Sweep, Docks, Läufe</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Take the keyboard to the part before</source>
        <translation>Bringt die Tastatur zum Teil davor</translation>
    </message>
</context>
<context>
    <name>acim::ui::AboutDialog</name>
    <message>
        <source>About ACiM Explorer</source>
        <translation>Über ACiM Explorer</translation>
    </message>
    <message>
        <source>ACiM Explorer</source>
        <translation>ACiM Explorer</translation>
    </message>
    <message>
        <source>Version %1, Qt %2</source>
        <translation>Version %1, Qt %2</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Diese Maschine</translation>
    </message>
    <message>
        <source>How to cite</source>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Zitat kopieren</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>ACiM Explorer is free software: GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty. It stands on</source>
        <translation>ACiM Explorer ist freie Software: GNU General Public License, Version 3 oder später (GPL-3.0-or-later). Ohne jede Gewährleistung. Es beruht auf</translation>
    </message>
</context>
<context>
    <name>acim::ui::AccuracyChart</name>
    <message>
        <source>Accuracy chart</source>
        <translation>Diagramm der Genauigkeit</translation>
    </message>
    <message>
        <source>%1 (log)</source>
        <translation>%1 (log.)</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>chance %1</source>
        <translation>Zufall %1</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Against float</source>
        <translation>Gegen Gleitkomma</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>Click selects this point</source>
        <translation>Klick wählt diesen Punkt</translation>
    </message>
    <message>
        <source>Arrow keys move the selection</source>
        <translation>Pfeiltasten bewegen die Auswahl</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 images</source>
        <translation>%1, %2: %3 von %4 Bildern</translation>
    </message>
    <message>
        <source>Against the baseline</source>
        <translation>Gegen die Basis</translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation>Energie je Inferenz</translation>
    </message>
</context>
<context>
    <name>acim::ui::AdcRangeChoice</name>
    <message>
        <source>ADC range calibration</source>
        <translation>Kalibrierung des ADC-Bereichs</translation>
    </message>
    <message>
        <source>Ranges from %1 to %2&#xa0;% of full scale</source>
        <translation>Bereiche von %1 bis %2&#xa0;% des Vollausschlags</translation>
    </message>
</context>
<context>
    <name>acim::ui::AdcRangeRow</name>
    <message>
        <source>Calibrate ADC range</source>
        <translation>Bereich kalibrieren</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Schar</translation>
    </message>
    <message>
        <source>Calibrated ranges</source>
        <translation>Kalibrierte Bereiche</translation>
    </message>
    <message>
        <source>Columns of real networks seldom fill. Chooses range and offset of the ADC from the column sums of the first images, at each point of the sweep: often two bits fewer for the same accuracy.</source>
        <translation>Spalten echter Netze füllen sich selten. Wählt Bereich und Offset des ADC aus den Spaltensummen der ersten Bilder, an jedem Punkt des Sweeps: oft zwei Bit weniger bei derselben Genauigkeit.</translation>
    </message>
    <message>
        <source>Use the range that the knobs say</source>
        <translation>Den Bereich der Regler nehmen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>The range and offset of the knobs above</source>
        <translation>Bereich und Offset der Regler oben</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>Least mean square error of rounding and clipping</source>
        <translation>Kleinster mittlerer quadratischer Fehler aus Runden und Begrenzen</translation>
    </message>
    <message>
        <source>CSNR</source>
        <translation>CSNR</translation>
    </message>
    <message>
        <source>Best compute signal to noise, the noise included</source>
        <translation>Bestes Signal-Rausch-Verhältnis, mit dem Rauschen</translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation>Je Schicht</translation>
    </message>
    <message>
        <source>Each layer has its own range</source>
        <translation>Jede Schicht hat einen eigenen Bereich</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>Global</translation>
    </message>
    <message>
        <source>One range for all layers, as a chip with a fixed reference needs</source>
        <translation>Ein Bereich für alle Schichten, wie ihn ein Chip mit fester Referenz braucht</translation>
    </message>
    <message>
        <source>Varied by the family below the chart.</source>
        <translation>Von der Schar unter dem Diagramm variiert.</translation>
    </message>
    <message>
        <source>Min-max</source>
        <translation>Min-Max</translation>
    </message>
    <message>
        <source>From the least to the greatest sum, however seldom it comes</source>
        <translation>Von der kleinsten bis zur größten Summe, so selten sie auch vorkommt</translation>
    </message>
</context>
<context>
    <name>acim::ui::AxesUndo</name>
    <message>
        <source>change of the sweep</source>
        <translation>Änderung des Sweeps</translation>
    </message>
</context>
<context>
    <name>acim::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Ganz zeigen</translation>
    </message>
    <message>
        <source>Show all of the message</source>
        <translation>Die Meldung ganz zeigen</translation>
    </message>
</context>
<context>
    <name>acim::ui::BitsMap</name>
    <message>
        <source>Bits map: weight bits against activation cycles</source>
        <translation>Bitkarte: Gewichtsbits über Aktivierungszyklen</translation>
    </message>
    <message>
        <source>Weight bit %1, cycle %2</source>
        <translation>Gewichtsbit %1, Zyklus %2</translation>
    </message>
    <message>
        <source>Weight bit %1, activation bit %2</source>
        <translation>Gewichtsbit %1, Aktivierungsbit %2</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>gewandelt</translation>
    </message>
    <message>
        <source>voted</source>
        <translation>Voting</translation>
    </message>
    <message>
        <source>digital</source>
        <translation>digital</translation>
    </message>
    <message>
        <source>digital, rounded by the ADC</source>
        <translation>digital, vom ADC gerundet</translation>
    </message>
    <message>
        <source>%1: %2, error not measured</source>
        <translation>%1: %2, Fehler nicht gemessen</translation>
    </message>
    <message>
        <source>%1: %2, no error: all outputs of image %3 are exact</source>
        <translation>%1: %2, kein Fehler: Alle Ausgänge von Bild %3 sind exakt</translation>
    </message>
    <message>
        <source>%1 of the macro&apos;s energy</source>
        <translation>%1 der Energie des Makros</translation>
    </message>
    <message>
        <source>%1 of the output error if all codes were wrong by one</source>
        <translation>%1 des Ausgangsfehlers, wenn alle Codes um eins falsch wären</translation>
    </message>
    <message>
        <source>%1 of the output error of image %2</source>
        <translation>%1 des Ausgangsfehlers von Bild %2</translation>
    </message>
    <message>
        <source>Choose a layer in the table: its pairs of bits are shown here.</source>
        <translation>Wählen Sie eine Schicht in der Tabelle: Ihre Bitpaare stehen dann hier.</translation>
    </message>
    <message>
        <source>Activation bit</source>
        <translation>Aktivierungsbit</translation>
    </message>
    <message>
        <source>Activation cycle</source>
        <translation>Aktivierungszyklus</translation>
    </message>
    <message>
        <source>All weight bits</source>
        <translation>Alle Gewichtsbits</translation>
    </message>
    <message>
        <source>Weight bit</source>
        <translation>Gewichtsbit</translation>
    </message>
</context>
<context>
    <name>acim::ui::BitsPanel</name>
    <message>
        <source>Share of</source>
        <translation>Anteil an</translation>
    </message>
    <message>
        <source>A click sets</source>
        <translation>Klick setzt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Share of the output error, measured on the image of the column view</source>
        <translation>Anteil am Ausgangsfehler, gemessen am Bild der Spaltenansicht</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Share of the output error if every conversion were wrong by one code</source>
        <translation>Anteil am Ausgangsfehler, wenn jede Wandlung um einen Code falsch wäre</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Share of the macro&apos;s energy in this layer</source>
        <translation>Anteil an der Energie des Makros in dieser Schicht</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>A click shows this pair in the column view</source>
        <translation>Ein Klick zeigt dieses Paar in der Spaltenansicht</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Hybrid</translation>
    </message>
    <message>
        <source>A click makes this diagonal and all above it digital (H)</source>
        <translation>Ein Klick macht diese Diagonale und alle darüber digital (H)</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>Voting</translation>
    </message>
    <message>
        <source>A click lets this diagonal and all above it vote (V)</source>
        <translation>Ein Klick lässt diese Diagonale und alle darüber abstimmen (V)</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Hybrid levels %1 (solid), voting levels %2 (dashed) of %3</source>
        <translation>Hybridstufen %1 (durchgezogen), Voting-Stufen %2 (gestrichelt) von %3</translation>
    </message>
    <message>
        <source>All bits of a weight are converted at once: no diagonals.</source>
        <translation>Alle Bits eines Gewichts werden zugleich gewandelt: keine Diagonalen.</translation>
    </message>
</context>
<context>
    <name>acim::ui::CauseBar</name>
    <message>
        <source>What the error is made of</source>
        <translation>Woraus der Fehler besteht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>acim::ui::Causes</name>
    <message>
        <source>Activation clipping</source>
        <translation>Begrenzung der Aktivierungen</translation>
    </message>
    <message>
        <source>Activation rounding</source>
        <translation>Rundung der Aktivierungen</translation>
    </message>
    <message>
        <source>Weight rounding</source>
        <translation>Rundung der Gewichte</translation>
    </message>
    <message>
        <source>Weight variation</source>
        <translation>Streuung der Gewichte</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Random noise</source>
        <translation>Zufallsrauschen</translation>
    </message>
    <message>
        <source>Nonlinearity</source>
        <translation>Nichtlinearität</translation>
    </message>
    <message>
        <source>Clamp at zero</source>
        <translation>Abschneiden bei null</translation>
    </message>
    <message>
        <source>Clipping at the top</source>
        <translation>Begrenzung oben</translation>
    </message>
    <message>
        <source>ADC rounding</source>
        <translation>Rundung des ADC</translation>
    </message>
    <message>
        <source>Inputs above the scale of the activations are cut off.</source>
        <translation>Eingaben über der Skala der Aktivierungen werden abgeschnitten.</translation>
    </message>
    <message>
        <source>Inputs are rounded to the steps of their bits.</source>
        <translation>Eingaben werden auf die Stufen ihrer Bits gerundet.</translation>
    </message>
    <message>
        <source>Weights are rounded to the steps of their bits.</source>
        <translation>Gewichte werden auf die Stufen ihrer Bits gerundet.</translation>
    </message>
    <message>
        <source>Each cell adds a little more or less than one.</source>
        <translation>Jede Zelle trägt etwas mehr oder weniger als eins bei.</translation>
    </message>
    <message>
        <source>The column answers large sums with less than they are.</source>
        <translation>Die Spalte gibt große Summen zu klein wieder.</translation>
    </message>
    <message>
        <source>Thermal noise, comparator and supply move the charge before it is read.</source>
        <translation>Thermisches Rauschen, Komparator und Versorgung verschieben die Ladung, bevor sie gelesen wird.</translation>
    </message>
    <message>
        <source>Mismatch of the capacitors moves the charge before it is read.</source>
        <translation>Ungleiche Kondensatoren verschieben die Ladung, bevor sie gelesen wird.</translation>
    </message>
    <message>
        <source>What lies below the ADC&apos;s range, noise below zero too, is read as its lowest code.</source>
        <translation>Was unter dem Bereich des ADC liegt, auch Rauschen unter null, wird als sein kleinster Code gelesen.</translation>
    </message>
    <message>
        <source>What lies above the ADC&apos;s range is read as its highest code.</source>
        <translation>Was über dem Bereich des ADC liegt, wird als sein größter Code gelesen.</translation>
    </message>
    <message>
        <source>Sums that lie between two codes of the ADC are read as the nearer one.</source>
        <translation>Summen zwischen zwei Codes des ADC werden als der nähere gelesen.</translation>
    </message>
    <message>
        <source>ADC range calibrated</source>
        <translation>ADC-Bereich kalibriert</translation>
    </message>
    <message>
        <source>No error left</source>
        <translation>Kein Fehler mehr</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1, same energy</source>
        <translation>%1, gleiche Energie</translation>
    </message>
    <message>
        <source>%1, energy × %2</source>
        <translation>%1, Energie × %2</translation>
    </message>
    <message>
        <source>%1, at a high price: energy × %2</source>
        <translation>%1, zu hohem Preis: Energie × %2</translation>
    </message>
</context>
<context>
    <name>acim::ui::ChartLegend</name>
    <message>
        <source>Pinned curve %1</source>
        <translation>Angeheftete Kurve %1</translation>
    </message>
    <message>
        <source>%1: pinned, of an earlier run</source>
        <translation>%1: angeheftet, aus einem früheren Lauf</translation>
    </message>
    <message>
        <source>Picked curve %1</source>
        <translation>Ausgewählte Kurve %1</translation>
    </message>
    <message>
        <source>%1: picked in the table of runs</source>
        <translation>%1: in der Tabelle der Läufe ausgewählt</translation>
    </message>
</context>
<context>
    <name>acim::ui::ChartPanel</name>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Fit the axis to the curves, or show 0 to 100 % again</source>
        <translation>Die Achse an die Kurven anpassen, oder wieder 0 bis 100 % zeigen</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>Das Diagramm als Bild kopieren</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy against the knob that is swept</source>
        <translation>Genauigkeit über dem Regler, der variiert wird</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Abwägung</translation>
    </message>
    <message>
        <source>Accuracy against energy per inference</source>
        <translation>Genauigkeit über der Energie je Inferenz</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Energy by component, of points or of layers</source>
        <translation>Energie nach Bestandteilen, von Punkten oder Schichten</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>A bar for each point of the selected curve</source>
        <translation>Ein Balken für jeden Punkt der gewählten Kurve</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>A bar for each layer of the network at the selected point</source>
        <translation>Ein Balken für jede Schicht des Netzes am gewählten Punkt</translation>
    </message>
    <message>
        <source>Published chips</source>
        <translation>Veröffentlichte Chips</translation>
    </message>
    <message>
        <source>What published chips would take for this network by their reported TOPS/W, macro only. Point at one for its source.</source>
        <translation>Was veröffentlichte Chips nach ihren angegebenen TOPS/W für dieses Netz bräuchten, nur das Makro. Zeigen Sie auf einen, um seine Quelle zu sehen.</translation>
    </message>
    <message>
        <source>ASiM, printed</source>
        <translation>ASiM, gedruckt</translation>
    </message>
    <message>
        <source>Values printed in %1 Its network was trained noise-aware.</source>
        <translation>Werte, gedruckt in %1 Das Netz dort wurde mit Rauschen trainiert.</translation>
    </message>
    <message numerus="yes">
        <source>95 % interval, %n images</source>
        <translation>
            <numerusform>95-%-Intervall, %n Bild</numerusform>
            <numerusform>95-%-Intervall, %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Filled: on the Pareto front. Whiskers: %1</source>
        <translation>Gefüllt: auf der Pareto-Front. Striche: %1</translation>
    </message>
    <message>
        <source>Bands: %1</source>
        <translation>Bänder: %1</translation>
    </message>
    <message>
        <source>Energies are estimates, good to a factor of %1 (one standard deviation). %2</source>
        <translation>Energien sind Schätzungen, auf einen Faktor %1 genau (eine Standardabweichung). %2</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Verwechslung</translation>
    </message>
    <message>
        <source>What the selected point takes for what, and the images it sees differently</source>
        <translation>Was der gewählte Punkt wofür hält, und die Bilder, die er anders sieht</translation>
    </message>
    <message>
        <source>Another network than this one. %1</source>
        <translation>Ein anderes Netz als dieses. %1</translation>
    </message>
    <message>
        <source>Another network: ASiM&apos;s</source>
        <translation>Anderes Netz: das von ASiM</translation>
    </message>
    <message>
        <source>Values printed for %1, trained noise-aware, in %2 Compare the shapes, not the digits.</source>
        <translation>Werte für %1, mit Rauschen trainiert, gedruckt in %2 Vergleichen Sie die Formen, nicht die Ziffern.</translation>
    </message>
    <message>
        <source>The wheel zooms: with Ctrl along x alone, with Shift along y alone.
A drag marks the part to look at, a drag with Shift or the middle button moves it.
Keys: + and −, 0 for all, Shift with arrows.</source>
        <translation>Das Rad vergrößert: mit Strg nur entlang x, mit Umschalt nur entlang y.
Ziehen markiert den Ausschnitt, Ziehen mit Umschalt oder der mittleren Taste verschiebt ihn.
Tasten: + und −, 0 für alles, Umschalt mit Pfeilen.</translation>
    </message>
    <message>
        <source>Zoomed · Fit</source>
        <translation>Ausschnitt · Einpassen</translation>
    </message>
    <message>
        <source>Only a part is shown. Press to see all of the curves (double click in the chart)</source>
        <translation>Nur ein Ausschnitt ist zu sehen. Drücken zeigt die ganzen Kurven (Doppelklick im Diagramm)</translation>
    </message>
    <message>
        <source>Zoomed: fit to the curves</source>
        <translation>Ausschnitt: an die Kurven anpassen</translation>
    </message>
    <message>
        <source>Printed at other settings: %1.</source>
        <translation>Bei anderen Einstellungen gedruckt: %1.</translation>
    </message>
    <message>
        <source>ASiM, other %1</source>
        <translation>ASiM, %1 anders</translation>
    </message>
    <message>
        <source>Another network: ASiM&apos;s, other %1</source>
        <translation>Anderes Netz: ASiMs, %1 anders</translation>
    </message>
</context>
<context>
    <name>acim::ui::ColumnPanel</name>
    <message>
        <source>The pair before</source>
        <translation>Das vorige Paar</translation>
    </message>
    <message>
        <source>The next pair</source>
        <translation>Das nächste Paar</translation>
    </message>
    <message>
        <source>Column view</source>
        <translation>Spaltenansicht</translation>
    </message>
    <message>
        <source>Back to the charts</source>
        <translation>Zurück zu den Diagrammen</translation>
    </message>
    <message>
        <source>Look at it large</source>
        <translation>Groß ansehen</translation>
    </message>
    <message>
        <source>Hide the column view</source>
        <translation>Spaltenansicht verbergen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Which image of the set, from 0</source>
        <translation>Welches Bild der Menge, ab 0</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Which head of a product of activations, from 0</source>
        <translation>Welcher Kopf eines Produkts von Aktivierungen, ab 0</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Which output channel, from 0</source>
        <translation>Welcher Ausgangskanal, ab 0</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Which position of the output, from 0</source>
        <translation>Welche Position des Ausgangs, ab 0</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Which piece of the sum: each has a conversion of its own</source>
        <translation>Welches Stück der Summe: Jedes hat eine eigene Wandlung</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Weight bit × activation cycle</source>
        <translation>Gewichtsbit × Aktivierungszyklus</translation>
    </message>
</context>
<context>
    <name>acim::ui::ColumnView</name>
    <message>
        <source>%1 of %2 rows on</source>
        <translation>%1/%2 Zeilen ein</translation>
    </message>
    <message>
        <source>digital: exact, no conversion</source>
        <translation>digital: exakt, keine Wandlung</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Charge on the line, in codes</source>
        <translation>Ladung auf der Leitung, in Codes</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>zurückgelesen</translation>
    </message>
    <message>
        <source>true %1</source>
        <translation>wahr %1</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>% of full scale</source>
        <translation>% des Vollausschlags</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>code, of %1 votes</source>
        <translation>Code, aus %1 Wandlungen</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>computed digitally</source>
        <translation>digital gerechnet</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>true sum</source>
        <translation>wahre Summe</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>× −2%1, weight of</source>
        <translation>× −2%1, Wertigkeit von</translation>
    </message>
    <message>
        <source>× 2%1, weight of</source>
        <translation>× 2%1, Wertigkeit von</translation>
    </message>
    <message>
        <source>bits %1 × %2</source>
        <translation>Bits %1 × %2</translation>
    </message>
    <message>
        <source>nothing lost in the output</source>
        <translation>im Ausgang geht nichts verloren</translation>
    </message>
    <message>
        <source>= %1 in the output</source>
        <translation>= %1 im Ausgang</translation>
    </message>
    <message>
        <source>Rows on</source>
        <translation>Zeilen ein</translation>
    </message>
    <message>
        <source>Charge on the line</source>
        <translation>Leitungsladung</translation>
    </message>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Zurücklesen</translation>
    </message>
    <message>
        <source>%1 of %2 rows fire</source>
        <translation>%1 von %2 Zeilen aktiv</translation>
    </message>
    <message>
        <source>%1 of %2 rows unused, still loaded</source>
        <translation>%1 von %2 Zeilen unbenutzt, aber als Last da</translation>
    </message>
    <message>
        <source>A digital pair: the sum is counted exactly, nothing is converted.</source>
        <translation>Ein digitales Paar: Die Summe wird exakt gezählt, nichts wird gewandelt.</translation>
    </message>
    <message>
        <source>%1 bits, codes %2 to %3</source>
        <translation>%1 Bit, Codes %2 bis %3</translation>
    </message>
    <message>
        <source>noise σ %1 LSB</source>
        <translation>Rauschen σ %1 LSB</translation>
    </message>
    <message>
        <source>no noise</source>
        <translation>kein Rauschen</translation>
    </message>
    <message>
        <source>One conversion</source>
        <translation>Eine Wandlung</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Noch nichts zu zeigen</translation>
    </message>
    <message>
        <source>Weight bit %1, cycle %2</source>
        <translation>Gewichtsbit %1, Zyklus %2</translation>
    </message>
    <message>
        <source>%1: computed digitally, the exact sum %2</source>
        <translation>%1: digital gerechnet, die exakte Summe %2</translation>
    </message>
    <message>
        <source>%1: column sum %2, code %3, read back as %4, error %5</source>
        <translation>%1: Spaltensumme %2, Code %3, zurückgelesen als %4, Fehler %5</translation>
    </message>
    <message>
        <source>Left and right step through the pairs of weight bit and cycle</source>
        <translation>Links und rechts gehen durch die Paare aus Gewichtsbit und Zyklus</translation>
    </message>
    <message>
        <source>Choose a layer that is on the array: one of its conversions is drawn here.</source>
        <translation>Wählen Sie eine Schicht auf dem Array: Eine ihrer Wandlungen wird hier gezeichnet.</translation>
    </message>
    <message>
        <source>Running the network up to this layer …</source>
        <translation>Das Netz läuft bis zu dieser Schicht …</translation>
    </message>
    <message>
        <source>largest sum %1 of %2</source>
        <translation>größte Summe %1 von %2</translation>
    </message>
    <message>
        <source>%1 clipped above</source>
        <translation>%1 oben gekappt</translation>
    </message>
    <message>
        <source>%1 clipped below</source>
        <translation>%1 unten gekappt</translation>
    </message>
    <message>
        <source>Column sums of this pair</source>
        <translation>Spaltensummen dieses Paars</translation>
    </message>
    <message>
        <source>%1 counts</source>
        <translation>%1 Zählungen</translation>
    </message>
    <message>
        <source>this one %1</source>
        <translation>diese %1</translation>
    </message>
    <message>
        <source>%1. All conversions of this pair: %2</source>
        <translation>%1. Alle Wandlungen dieses Paars: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n upper ADC bits empty</source>
        <translation>
            <numerusform>%n oberes ADC-Bit leer</numerusform>
            <numerusform>%n obere ADC-Bits leer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::CommandBar</name>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>ACiM Explorer</source>
        <translation>ACiM Explorer</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save or copy what the chart shows</source>
        <translation>Speichern oder kopieren, was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Light, dark or as the system</source>
        <translation>Hell, dunkel oder wie das System</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Demo network</source>
        <translation>Demo-Netz</translation>
    </message>
    <message>
        <source>Open TorchScript file…</source>
        <translation>TorchScript-Datei öffnen…</translation>
    </message>
    <message>
        <source>Open weights into</source>
        <translation>Gewichte öffnen für</translation>
    </message>
    <message>
        <source>The network whose accuracy is measured</source>
        <translation>Das Netz, dessen Genauigkeit gemessen wird</translation>
    </message>
    <message>
        <source>Demo images</source>
        <translation>Demo-Bilder</translation>
    </message>
    <message>
        <source>%1 file or archive…</source>
        <translation>%1: Datei oder Archiv…</translation>
    </message>
    <message>
        <source>%1 folder…</source>
        <translation>%1: Ordner…</translation>
    </message>
    <message>
        <source>Images used</source>
        <translation>Verwendete Bilder</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>The first %1</source>
        <translation>Die ersten %1</translation>
    </message>
    <message>
        <source>The images it is measured on</source>
        <translation>Die Bilder, an denen gemessen wird</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>Netz öffnen</translation>
    </message>
    <message>
        <source>TorchScript (*.pt *.ts)</source>
        <translation>TorchScript (*.pt *.ts)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Weights (*.pth *.th *.pt *.safetensors)</source>
        <translation>Gewichte (*.pth *.th *.pt *.safetensors)</translation>
    </message>
    <message>
        <source>Open images</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>The network whose accuracy is measured: %1</source>
        <translation>Das Netz, dessen Genauigkeit gemessen wird: %1</translation>
    </message>
    <message>
        <source>The images it is measured on: %1</source>
        <translation>Die Bilder, an denen gemessen wird: %1</translation>
    </message>
    <message>
        <source>Get %1 (%2 MB)</source>
        <translation>%1 holen (%2 MB)</translation>
    </message>
    <message>
        <source>Photographs, a folder for each class…</source>
        <translation>Fotos, ein Ordner je Klasse…</translation>
    </message>
    <message>
        <source>Photographs and a table of their labels…</source>
        <translation>Fotos und eine Tabelle ihrer Klassen…</translation>
    </message>
    <message>
        <source>Open the folder of photographs</source>
        <translation>Ordner der Fotos öffnen</translation>
    </message>
    <message>
        <source>Open the table of their labels</source>
        <translation>Tabelle ihrer Klassen öffnen</translation>
    </message>
    <message>
        <source>Table of file and class (*.csv)</source>
        <translation>Tabelle aus Datei und Klasse (*.csv)</translation>
    </message>
</context>
<context>
    <name>acim::ui::CompareDialog</name>
    <message>
        <source>Compare two runs</source>
        <translation>Zwei Läufe vergleichen</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Abweichende Einstellungen</translation>
    </message>
    <message>
        <source>None: the same settings.</source>
        <translation>Keine: dieselben Einstellungen.</translation>
    </message>
    <message>
        <source>Those of single layers.</source>
        <translation>Die einzelner Schichten.</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 times A&apos;s</source>
        <translation>%1-mal A</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Accuracies and differences are of the %1 images that both were computed on (A has %2, B has %3). ± is the 95 % interval of the difference, paired image by image.</source>
        <translation>Genauigkeiten und Differenzen gelten für die %1 Bilder, auf denen beide gerechnet wurden (A hat %2, B hat %3). ± ist das 95-%-Intervall der Differenz, Bild für Bild gepaart.</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>B minus A, points</source>
        <translation>B minus A, Punkte</translation>
    </message>
    <message>
        <source>Energy of B</source>
        <translation>Energie von B</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>level</source>
        <translation>gleichauf</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Decided after %1 images. The sweep was stopped; Run (F5) goes on with it.</source>
        <translation>Nach %1 Bildern entschieden. Der Sweep wurde angehalten; Starten (F5) setzt ihn fort.</translation>
    </message>
    <message>
        <source>Decided after %1 images.</source>
        <translation>Nach %1 Bildern entschieden.</translation>
    </message>
    <message>
        <source>%1 of %2 differences are decided.</source>
        <translation>%1 von %2 Differenzen sind entschieden.</translation>
    </message>
    <message>
        <source>No image has both answers.</source>
        <translation>Kein Bild hat beide Antworten.</translation>
    </message>
    <message>
        <source>Not on the same images: the differences have no paired interval.</source>
        <translation>Nicht auf denselben Bildern: Die Differenzen haben kein gepaartes Intervall.</translation>
    </message>
    <message numerus="yes">
        <source>Decided is which is better, or that they are level (less than %n points apart), with 95 % confidence in all rows together, however often one looks.</source>
        <translation>
            <numerusform>Entschieden ist, welche besser ist oder dass beide gleichauf sind (weniger als %n Punkt auseinander), mit 95 % Sicherheit für alle Zeilen zusammen, wie oft man auch hinsieht.</numerusform>
            <numerusform>Entschieden ist, welche besser ist oder dass beide gleichauf sind (weniger als %n Punkte auseinander), mit 95 % Sicherheit für alle Zeilen zusammen, wie oft man auch hinsieht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the whole sweep when every difference is decided</source>
        <translation>Den ganzen Sweep anhalten, wenn jede Differenz entschieden ist</translation>
    </message>
</context>
<context>
    <name>acim::ui::ComparedCurves</name>
    <message>
        <source>Accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>Both curves</source>
        <translation>Beide Kurven</translation>
    </message>
    <message>
        <source>The accuracies of the table below, A and B one over the other.</source>
        <translation>Die Genauigkeiten der Tabelle darunter, A und B übereinander.</translation>
    </message>
</context>
<context>
    <name>acim::ui::ConfusionDesk</name>
    <message>
        <source>the baseline, %1</source>
        <translation>dem Vergleich, %1</translation>
    </message>
    <message>
        <source>The answers of each image are shown when the sweep has ended. Stop shows those so far.</source>
        <translation>Die Antworten zu jedem Bild erscheinen, wenn der Sweep zu Ende ist. Stopp zeigt die bisherigen.</translation>
    </message>
    <message>
        <source>the most accurate point, %1</source>
        <translation>dem genauesten Punkt, %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::ConfusionMap</name>
    <message>
        <source>Confusion matrix: what is shown against what is said</source>
        <translation>Verwechslungsmatrix: was gezeigt wird gegen das, was gesagt wird</translation>
    </message>
    <message>
        <source>%1 seen as such</source>
        <translation>%1 als solches erkannt</translation>
    </message>
    <message>
        <source>%1 taken for %2</source>
        <translation>%1 für %2 gehalten</translation>
    </message>
    <message>
        <source>%1: %2 of %3 images, %4</source>
        <translation>%1: %2 von %3 Bildern, %4</translation>
    </message>
    <message>
        <source>No answers yet: run a sweep, and choose one of its points in a chart or the table of runs.</source>
        <translation>Noch keine Antworten: einen Sweep starten und einen seiner Punkte in einem Diagramm oder in der Tabelle der Läufe wählen.</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>%1 of a label&apos;s images</source>
        <translation>%1 der Bilder einer Klasse</translation>
    </message>
</context>
<context>
    <name>acim::ui::ConfusionPanel</name>
    <message>
        <source>Flipped images</source>
        <translation>Gekippte Bilder</translation>
    </message>
    <message>
        <source>Choose another point, or set a baseline in the table of runs to compare with.</source>
        <translation>Einen anderen Punkt wählen oder in der Tabelle der Läufe einen Vergleichslauf wählen.</translation>
    </message>
    <message>
        <source>None: every image is seen as by %1.</source>
        <translation>Keine: jedes Bild wird gesehen wie von %1.</translation>
    </message>
    <message>
        <source>%1 of %2 against %3: %4 lost, %5 won.</source>
        <translation>%1 von %2 gegenüber %3: %4 verloren, %5 gewonnen.</translation>
    </message>
    <message>
        <source>Shown: %1 seen as %2.</source>
        <translation>Gezeigt: %1, gesehen als %2.</translation>
    </message>
    <message>
        <source>Images that the selected point sees differently than the point it is compared with.</source>
        <translation>Bilder, die der gewählte Punkt anders sieht als der Punkt, mit dem er verglichen wird.</translation>
    </message>
</context>
<context>
    <name>acim::ui::EnergyChart</name>
    <message>
        <source>Energy by component</source>
        <translation>Energie nach Bestandteilen</translation>
    </message>
    <message>
        <source>%1, digital</source>
        <translation>%1, digital</translation>
    </message>
    <message>
        <source>%1: %2, %3 TOPS/W</source>
        <translation>%1: %2, %3 TOPS/W</translation>
    </message>
    <message>
        <source>µJ per inference</source>
        <translation>µJ je Inferenz</translation>
    </message>
    <message>
        <source>No energy for these settings: %1.</source>
        <translation>Keine Energie für diese Einstellungen: %1.</translation>
    </message>
    <message>
        <source>Layers at %1</source>
        <translation>Schichten bei %1</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Effizienz</translation>
    </message>
    <message>
        <source>%1 TOPS/W</source>
        <translation>%1 TOPS/W</translation>
    </message>
    <message>
        <source>Macro alone</source>
        <translation>Makro allein</translation>
    </message>
    <message>
        <source>All-digital, exact</source>
        <translation>Volldigital, exakt</translation>
    </message>
    <message>
        <source>%1, × %2</source>
        <translation>%1, × %2</translation>
    </message>
</context>
<context>
    <name>acim::ui::ExportDialog</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Abwägung</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Lines; text as outlines, the same on every machine</source>
        <translation>Linien; Text als Umrisse, überall gleich</translation>
    </message>
    <message>
        <source>Lines; fonts embedded</source>
        <translation>Linien; Schriften eingebettet</translation>
    </message>
    <message>
        <source>The data, with settings and provenance</source>
        <translation>Die Daten, mit Einstellungen und Herkunft</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 device pixels for each pixel</source>
        <translation>%1 Gerätepixel je Pixel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>For dark slides</source>
        <translation>Für dunkle Folien</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>Wie im Fenster</translation>
    </message>
    <message>
        <source>One column, 88 mm</source>
        <translation>Eine Spalte, 88 mm</translation>
    </message>
    <message>
        <source>Two columns, 180 mm</source>
        <translation>Zwei Spalten, 180 mm</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Folie</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>A pixel is 1/96 inch.</source>
        <translation>Ein Pixel ist 1/96 Zoll.</translation>
    </message>
    <message>
        <source>A row for each point: accuracy with its interval, energy, every knob. Numbers as in C.</source>
        <translation>Eine Zeile je Punkt: Genauigkeit mit Intervall, Energie, jeder Regler. Zahlen wie in C.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The chart could not be saved</source>
        <translation>Das Diagramm konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Escape); what was saved stays</source>
        <translation>Schließen (Esc); was gesichert ist, bleibt</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>A row for each label, a column for each class it was taken for. Numbers as in C.</source>
        <translation>Eine Zeile je Klasse, eine Spalte je Klasse, für die sie gehalten wurde. Zahlen wie in C.</translation>
    </message>
    <message>
        <source>As the light window</source>
        <translation>Wie das helle Fenster</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>For print: black on white, stronger lines, told apart without colour</source>
        <translation>Für den Druck: Schwarz auf Weiß, kräftigere Linien, auch ohne Farbe zu unterscheiden</translation>
    </message>
</context>
<context>
    <name>acim::ui::FetchStrip</name>
    <message>
        <source>Fetching images</source>
        <translation>Bilder werden geholt</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close; what is there is kept for later</source>
        <translation>Schließen; was da ist, bleibt für später</translation>
    </message>
    <message>
        <source>%1 of %2 MB</source>
        <translation>%1 von %2 MB</translation>
    </message>
    <message>
        <source>, %1 MB/s</source>
        <translation>, %1 MB/s</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, noch %1</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 wird geholt</translation>
    </message>
    <message>
        <source>%1 is not here yet</source>
        <translation>%1 ist noch nicht da</translation>
    </message>
    <message>
        <source>Stopped at %1; it goes on from there.</source>
        <translation>Angehalten bei %1; von dort geht es weiter.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>acim::ui::FinishNotice</name>
    <message>
        <source>The sweep is finished</source>
        <translation>Der Sweep ist fertig</translation>
    </message>
    <message>
        <source>Accuracy against %1, after %2</source>
        <translation>Genauigkeit über %1, nach %2</translation>
    </message>
</context>
<context>
    <name>acim::ui::FirstRun</name>
    <message>
        <source>This sweep cannot run</source>
        <translation>Dieser Sweep kann nicht laufen</translation>
    </message>
</context>
<context>
    <name>acim::ui::FlippedModel</name>
    <message>
        <source>Image %1 shows %2; the baseline says %3, this point %4.</source>
        <translation>Bild %1 zeigt %2; der Vergleich sagt %3, dieser Punkt %4.</translation>
    </message>
    <message>
        <source>%1 Lost.</source>
        <translation>%1 Verloren.</translation>
    </message>
    <message>
        <source>%1 Won.</source>
        <translation>%1 Gewonnen.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
</context>
<context>
    <name>acim::ui::FolderExport</name>
    <message>
        <source>The folder could not be saved</source>
        <translation>Der Ordner konnte nicht gesichert werden</translation>
    </message>
</context>
<context>
    <name>acim::ui::ImageFetch</name>
    <message>
        <source>Look at the connection and try again: what is there is kept. Or fetch the file by a browser and open it under Images.</source>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es noch einmal: was da ist, bleibt. Oder holen Sie die Datei mit einem Browser und öffnen Sie sie unter Bilder.</translation>
    </message>
    <message>
        <source>%1 could not be fetched</source>
        <translation>%1 konnte nicht geholt werden</translation>
    </message>
    <message>
        <source>Try again, or fetch the file by a browser and open it under Images.</source>
        <translation>Versuchen Sie es noch einmal, oder holen Sie die Datei mit einem Browser und öffnen Sie sie unter Bilder.</translation>
    </message>
    <message>
        <source>Look at this machine&apos;s clock and certificates. Some networks ask for a log-in first: open a page in a browser.</source>
        <translation>Prüfen Sie Uhr und Zertifikate dieses Rechners. Manche Netze verlangen erst eine Anmeldung: Öffnen Sie eine Seite im Browser.</translation>
    </message>
    <message>
        <source>It may have moved: look for the file with a browser and open it under Images.</source>
        <translation>Sie ist vielleicht umgezogen: Suchen Sie die Datei mit einem Browser und öffnen Sie sie unter Bilder.</translation>
    </message>
    <message>
        <source>The trouble is the server&apos;s: try again later. What is there is kept.</source>
        <translation>Es liegt am Server: Versuchen Sie es später noch einmal. Was da ist, bleibt.</translation>
    </message>
    <message>
        <source>It was not opened. Try again; if it stays so, the file has changed on the server or on its way.</source>
        <translation>Sie wurde nicht geöffnet. Versuchen Sie es noch einmal; bleibt es so, hat sich die Datei auf dem Server oder unterwegs geändert.</translation>
    </message>
    <message>
        <source>Move that file away and try again, or open it under Images if it is the right one.</source>
        <translation>Schieben Sie diese Datei beiseite und versuchen Sie es noch einmal, oder öffnen Sie sie unter Bilder, wenn sie die richtige ist.</translation>
    </message>
    <message>
        <source>Make room on that disk and try again: what is there is kept.</source>
        <translation>Schaffen Sie Platz auf diesem Datenträger und versuchen Sie es noch einmal: Was da ist, bleibt.</translation>
    </message>
    <message>
        <source>Let that folder be written and try again.</source>
        <translation>Machen Sie diesen Ordner beschreibbar und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>acim::ui::KnobRow</name>
    <message>
        <source>Reset to %1</source>
        <translation>Zurücksetzen auf %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>%1, swept</source>
        <translation>%1, variiert</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1, Schieberegler</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Schar</translation>
    </message>
    <message>
        <source>Swept: change the values below the chart</source>
        <translation>Variiert: Die Werte stehen unter dem Diagramm</translation>
    </message>
</context>
<context>
    <name>acim::ui::LanguageMenu</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayerDelegate</name>
    <message>
        <source>digital</source>
        <translation>digital</translation>
    </message>
    <message>
        <source>%1 own</source>
        <translation>%1 eigene</translation>
    </message>
    <message>
        <source>cannot run</source>
        <translation>kann nicht laufen</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayerDocks</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Column view</source>
        <translation>Spaltenansicht</translation>
    </message>
    <message>
        <source>Bits map</source>
        <translation>Bitkarte</translation>
    </message>
    <message>
        <source>%1, which has settings of its own</source>
        <translation>%1, die eigene Einstellungen hat</translation>
    </message>
    <message>
        <source>change of levels of %1</source>
        <translation>Änderung der Stufen von %1</translation>
    </message>
    <message>
        <source>At the knobs as they stand</source>
        <translation>Bei den Reglern, wie sie stehen</translation>
    </message>
    <message>
        <source>At the selected point: %1</source>
        <translation>Am gewählten Punkt: %1</translation>
    </message>
    <message>
        <source>voting of %1</source>
        <translation>Voting von %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayerEditor</name>
    <message>
        <source>Take all own settings of these layers away</source>
        <translation>Diesen Schichten alle eigenen Einstellungen nehmen</translation>
    </message>
    <message>
        <source>Reset these layers</source>
        <translation>Diese Schichten zurücksetzen</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>Put these layers on the array</source>
        <translation>Diese Schichten auf das Array legen</translation>
    </message>
    <message>
        <source>Digital</source>
        <translation>Digital</translation>
    </message>
    <message>
        <source>Make these layers digital: exact integers</source>
        <translation>Diese Schichten digital machen: exakte ganze Zahlen</translation>
    </message>
    <message>
        <source>Set a knob for these layers</source>
        <translation>Einen Regler für diese Schichten setzen</translation>
    </message>
    <message>
        <source>Set a knob for these layers…</source>
        <translation>Regler für diese Schichten setzen…</translation>
    </message>
    <message>
        <source>As everywhere: %1.</source>
        <translation>Wie überall: %1.</translation>
    </message>
    <message>
        <source>Own value; %1 elsewhere.</source>
        <translation>Eigener Wert; sonst %1.</translation>
    </message>
    <message>
        <source>These layers differ; shown is the first. %1 elsewhere.</source>
        <translation>Diese Schichten weichen voneinander ab; gezeigt ist die erste. Sonst %1.</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayerKnobs</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>change of %1 for %2</source>
        <translation>Änderung von %1 für %2</translation>
    </message>
    <message>
        <source>reset of %1 for %2</source>
        <translation>Zurücksetzen von %1 für %2</translation>
    </message>
    <message>
        <source>reset of %1</source>
        <translation>Zurücksetzen von %1</translation>
    </message>
    <message>
        <source>%1 made digital</source>
        <translation>%1 digital gemacht</translation>
    </message>
    <message>
        <source>%1 put on the array</source>
        <translation>%1 auf das Array gelegt</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayersModel</name>
    <message>
        <source>Convolutions, linear layers and products of activations, in the order in which the network calls them. Everything else runs in floating point.</source>
        <translation>Faltungen, lineare Schichten und Produkte von Aktivierungen, in der Reihenfolge, in der das Netz sie aufruft. Alles andere läuft in Gleitkomma.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Inputs × outputs, kernel</source>
        <translation>Eingänge × Ausgänge, Kern</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Multiplications with addition, for one image</source>
        <translation>Multiplikationen mit Addition, für ein Bild</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Rows that the longest conversion sums</source>
        <translation>Zeilen, die die längste Wandlung summiert</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Signal to noise of the layer&apos;s outputs on the array</source>
        <translation>Signal-Rausch-Verhältnis der Ausgänge der Schicht auf dem Array</translation>
    </message>
    <message>
        <source>CSNR, dB</source>
        <translation>CSNR, dB</translation>
    </message>
    <message>
        <source>Share of the energy of an image</source>
        <translation>Anteil an der Energie eines Bildes</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>Exact integers: nothing is on the array in this mode.</source>
        <translation>Exakte ganze Zahlen: In dieser Betriebsart ist nichts auf dem Array.</translation>
    </message>
    <message>
        <source>Floating point: nothing is simulated in this mode.</source>
        <translation>Gleitkomma: In dieser Betriebsart wird nichts simuliert.</translation>
    </message>
    <message>
        <source>Stays digital: set so for this layer.</source>
        <translation>Bleibt digital: für diese Schicht so gesetzt.</translation>
    </message>
    <message>
        <source>Stays digital: the first convolution, few inputs with all of the image&apos;s detail.</source>
        <translation>Bleibt digital: die erste Faltung, wenige Eingänge mit allen Einzelheiten des Bildes.</translation>
    </message>
    <message>
        <source>On the array: set so for this layer.</source>
        <translation>Auf dem Array: für diese Schicht so gesetzt.</translation>
    </message>
    <message>
        <source>On the array: a product of two activations; the cells are written anew for every image.</source>
        <translation>Auf dem Array: ein Produkt zweier Aktivierungen; die Zellen werden für jedes Bild neu geschrieben.</translation>
    </message>
    <message>
        <source>On the array.</source>
        <translation>Auf dem Array.</translation>
    </message>
    <message>
        <source>Conversions for an output, weight bit and cycle: %1, of up to %2 of %3 rows</source>
        <translation>Wandlungen für Ausgang, Gewichtsbit und Zyklus: %1, von bis zu %2 der %3 Zeilen</translation>
    </message>
    <message>
        <source>%1, %2 of an image&apos;s energy</source>
        <translation>%1, %2 der Energie eines Bildes</translation>
    </message>
    <message>
        <source>Own settings: %1</source>
        <translation>Eigene Einstellungen: %1</translation>
    </message>
    <message>
        <source>It loses more than the next one of the ranking.</source>
        <translation>Sie verliert mehr als die nächste der Rangfolge.</translation>
    </message>
    <message>
        <source>Level with the next one of the ranking, within a point.</source>
        <translation>Gleichauf mit der nächsten der Rangfolge, auf einen Punkt genau.</translation>
    </message>
    <message>
        <source>Not yet told apart from the next one of the ranking.</source>
        <translation>Noch nicht von der nächsten der Rangfolge unterschieden.</translation>
    </message>
    <message>
        <source>The last one of the ranking.</source>
        <translation>Die letzte der Rangfolge.</translation>
    </message>
    <message>
        <source>Place by accuracy lost; ? where layers are not told apart yet</source>
        <translation>Platz nach verlorener Genauigkeit; ? wo Schichten noch nicht unterschieden sind</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Energy of an image that changing this layer alone saves</source>
        <translation>Energie eines Bildes, die die Änderung dieser Schicht allein spart</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>Accuracy lost when this layer alone is changed, percentage points, with its 95 % interval</source>
        <translation>Verlorene Genauigkeit, wenn nur diese Schicht geändert wird, in Prozentpunkten, mit ihrem 95-%-Intervall</translation>
    </message>
    <message>
        <source>Lost, points</source>
        <translation>Verlust, Punkte</translation>
    </message>
    <message>
        <source>%1 alone: %2 points of accuracy lost (95 %: %3 … %4), on %5 images</source>
        <translation>Nur %1: %2 Punkte Genauigkeit verloren (95 %: %3 … %4), auf %5 Bildern</translation>
    </message>
    <message>
        <source>%1 images are right without it alone, %2 with it alone.</source>
        <translation>%1 Bilder stimmen nur ohne die Änderung, %2 nur mit ihr.</translation>
    </message>
    <message>
        <source>The label&apos;s output falls by %1 against the best other one.</source>
        <translation>Der Ausgang der richtigen Klasse fällt um %1 gegen den besten anderen.</translation>
    </message>
    <message>
        <source>Rank %1.</source>
        <translation>Rang %1.</translation>
    </message>
    <message>
        <source>Not yet told apart from the one before it.</source>
        <translation>Noch nicht von der davor unterschieden.</translation>
    </message>
    <message>
        <source>It saves %1 of an image&apos;s energy.</source>
        <translation>Sie spart %1 der Energie eines Bildes.</translation>
    </message>
    <message>
        <source>Found at other settings than these.</source>
        <translation>Bei anderen Einstellungen als diesen gefunden.</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>Signal to noise is expected, on the safe side where an ADC is coarse: nothing ran at these settings.</source>
        <translation>Der Rauschabstand ist geschätzt, bei grobem ADC eher zu schlecht: Mit diesen Einstellungen lief nichts.</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayersPanel</name>
    <message>
        <source>Layers of the network</source>
        <translation>Schichten des Netzes</translation>
    </message>
    <message>
        <source>Select by pattern, such as layer1.*</source>
        <translation>Nach Muster wählen, etwa layer1.*</translation>
    </message>
    <message>
        <source>Select layers by pattern</source>
        <translation>Schichten nach Muster wählen</translation>
    </message>
    <message>
        <source>Selects the layers whose whole name matches: * stands for any text, ? for one character</source>
        <translation>Wählt die Schichten, deren ganzer Name passt: * steht für beliebigen Text, ? für ein Zeichen</translation>
    </message>
    <message>
        <source>Remove settings that name no layer here</source>
        <translation>Einstellungen entfernen, die hier keine Schicht nennen</translation>
    </message>
    <message>
        <source>No layers yet.
Open a network above: what it computes is listed here.</source>
        <translation>Noch keine Schichten.
Öffnen Sie oben ein Netz: Was es rechnet, steht dann hier.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Hide the layers</source>
        <translation>Die Schichten verbergen</translation>
    </message>
    <message>
        <source>Layers of the network. Select some, by Shift and Ctrl or by a pattern, to give them settings of their own.</source>
        <translation>Schichten des Netzes. Wählen Sie einige, mit Umschalt und Strg oder nach Muster, um ihnen eigene Einstellungen zu geben.</translation>
    </message>
    <message>
        <source>no such layer</source>
        <translation>keine solche Schicht</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>removal of settings of other layers</source>
        <translation>Entfernen der Einstellungen anderer Schichten</translation>
    </message>
    <message>
        <source>%1 analog, %2 digital</source>
        <translation>%1 analog, %2 digital</translation>
    </message>
    <message>
        <source>Select layers to set knobs of their own.</source>
        <translation>Schichten wählen, um sie einzustellen.</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Layers as</source>
        <translation>Schichten als</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The layers of the network</source>
        <translation>Die Schichten des Netzes</translation>
    </message>
    <message>
        <source>Bits map</source>
        <translation>Bitkarte</translation>
    </message>
    <message>
        <source>Weight bits against activation bits of the chosen layer</source>
        <translation>Gewichtsbits über Aktivierungsbits der gewählten Schicht</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>What accuracy a change of each layer alone costs</source>
        <translation>Was eine Änderung jeder einzelnen Schicht an Genauigkeit kostet</translation>
    </message>
</context>
<context>
    <name>acim::ui::LegendEntry</name>
    <message>
        <source>Curve %1</source>
        <translation>Kurve %1</translation>
    </message>
    <message>
        <source>Checked: shown. Press to hide or show the curve.</source>
        <translation>Angehakt: sichtbar. Drücken, um die Kurve zu verbergen oder zu zeigen.</translation>
    </message>
    <message>
        <source>Hide or show this curve</source>
        <translation>Diese Kurve verbergen oder zeigen</translation>
    </message>
    <message>
        <source>Checked: shown. Press to show or hide it.</source>
        <translation>Angehakt: sichtbar. Drücken, um es zu zeigen oder zu verbergen.</translation>
    </message>
</context>
<context>
    <name>acim::ui::LessonDesk</name>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
</context>
<context>
    <name>acim::ui::LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Choose a lesson</source>
        <translation>Lektion wählen</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>Lektion schließen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Nächste Lektion</translation>
    </message>
    <message>
        <source>Set, then run</source>
        <translation>Einstellen, dann starten</translation>
    </message>
    <message>
        <source>Answer from your chart</source>
        <translation>Antwort aus Ihrem Diagramm</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) cannot be read.</source>
        <translation>
            <numerusform>%n weitere Datei kann nicht gelesen werden.</numerusform>
            <numerusform>%n weitere Dateien können nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Schar</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal starten</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Sets the knobs and the sweep of this lesson on the demo network, and runs it</source>
        <translation>Setzt Regler und Sweep dieser Lektion auf dem Demo-Netz und startet</translation>
    </message>
    <message>
        <source>What you saw</source>
        <translation>Was Sie sahen</translation>
    </message>
    <message>
        <source>What the paper found</source>
        <translation>Was die Veröffentlichung fand</translation>
    </message>
    <message>
        <source>Run the lesson: your numbers appear here.</source>
        <translation>Starten Sie die Lektion: Ihre Zahlen erscheinen hier.</translation>
    </message>
    <message>
        <source>Yours: the demo network. The paper&apos;s: %1. Compare the shapes, not the digits.</source>
        <translation>Ihre: das Demo-Netz. Die der Veröffentlichung: %1. Vergleichen Sie die Formen, nicht die Ziffern.</translation>
    </message>
    <message>
        <source>That is no number</source>
        <translation>Das ist keine Zahl</translation>
    </message>
    <message>
        <source>Type what you read from your chart.</source>
        <translation>Tippen Sie, was Sie aus Ihrem Diagramm lesen.</translation>
    </message>
    <message>
        <source>Run first</source>
        <translation>Erst starten</translation>
    </message>
    <message>
        <source>Your answer is checked against your own run. Press Run above and wait for the curves.</source>
        <translation>Ihre Antwort wird an Ihrem eigenen Lauf geprüft. Drücken Sie oben Starten und warten Sie auf die Kurven.</translation>
    </message>
    <message>
        <source>The run is not finished</source>
        <translation>Der Lauf ist nicht fertig</translation>
    </message>
    <message>
        <source>Check again when all images are through.</source>
        <translation>Prüfen Sie noch einmal, wenn alle Bilder durch sind.</translation>
    </message>
    <message>
        <source>Your run does not say</source>
        <translation>Ihr Lauf sagt es nicht</translation>
    </message>
    <message>
        <source>No curve of it does what is asked.</source>
        <translation>Keine seiner Kurven tut, wonach gefragt ist.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Your run says %1.</source>
        <translation>Ihr Lauf sagt %1.</translation>
    </message>
    <message>
        <source>Point at the markers of the chart to read their values, and try again.</source>
        <translation>Zeigen Sie auf die Marken des Diagramms, um ihre Werte zu lesen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Answer first: your numbers and the paper&apos;s appear here then.</source>
        <translation>Antworten Sie zuerst: Dann erscheinen hier Ihre Zahlen und die der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Not right: your run says something else</source>
        <translation>Nicht richtig: Ihr Lauf sagt etwas anderes</translation>
    </message>
    <message>
        <source>Not right: your run says %1</source>
        <translation>Nicht richtig: Ihr Lauf sagt %1</translation>
    </message>
    <message>
        <source>Find the place in the chart.</source>
        <translation>Suchen Sie die Stelle im Diagramm.</translation>
    </message>
</context>
<context>
    <name>acim::ui::LossList</name>
    <message>
        <source>Layers by signal to noise, the worst first</source>
        <translation>Schichten nach Signal-Rausch-Verhältnis, die schlechteste zuerst</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
</context>
<context>
    <name>acim::ui::MacroForm</name>
    <message>
        <source>No knob of that name.</source>
        <translation>Kein Regler dieses Namens.</translation>
    </message>
    <message>
        <source>Macro: the knobs</source>
        <translation>Makro: die Regler</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>Makro</translation>
    </message>
    <message>
        <source>Reset all knobs</source>
        <translation>Alle Regler zurücksetzen</translation>
    </message>
    <message>
        <source>Find a knob</source>
        <translation>Regler suchen</translation>
    </message>
    <message>
        <source>Find a knob by name, key or meaning (Ctrl+K)</source>
        <translation>Einen Regler nach Name, Schlüssel oder Bedeutung suchen (Strg+K)</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Open; press to fold</source>
        <translation>Offen; drücken zum Zuklappen</translation>
    </message>
    <message>
        <source>Folded; press to open</source>
        <translation>Zugeklappt; drücken zum Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n in this lesson</source>
        <translation>
            <numerusform>%n in dieser Lektion</numerusform>
            <numerusform>%n in dieser Lektion</numerusform>
        </translation>
    </message>
    <message>
        <source>The chart shows the last good result.</source>
        <translation>Das Diagramm zeigt das letzte gute Ergebnis.</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>swept</source>
        <translation>variiert</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 stands in the way of a run.</source>
        <translation>%1 steht dem Sweep im Weg.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>acim::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
</context>
<context>
    <name>acim::ui::MainWindow</name>
    <message>
        <source>Save data as CSV</source>
        <translation>Daten als CSV speichern</translation>
    </message>
    <message>
        <source>accuracy.csv</source>
        <translation>genauigkeit.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>The data could not be saved</source>
        <translation>Die Daten konnten nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Save study</source>
        <translation>Studie speichern</translation>
    </message>
    <message>
        <source>study.acim</source>
        <translation>studie.acim</translation>
    </message>
    <message>
        <source>Study (*.acim)</source>
        <translation>Studie (*.acim)</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>Makro</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Language from the next start on: %1</source>
        <translation>Sprache ab dem nächsten Start: %1</translation>
    </message>
    <message>
        <source>Loading network and images</source>
        <translation>Netz und Bilder werden geladen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Reading the network and the images, then calibrating on the first of them.</source>
        <translation>Liest Netz und Bilder und kalibriert dann auf den ersten davon.</translation>
    </message>
    <message>
        <source>No curve yet</source>
        <translation>Noch keine Kurve</translation>
    </message>
    <message>
        <source>Choose a knob for x below and press Run. The first points appear within two seconds.</source>
        <translation>Wählen Sie unten einen Regler für x und drücken Sie Starten. Die ersten Punkte erscheinen binnen zwei Sekunden.</translation>
    </message>
    <message>
        <source>What was open stays open.</source>
        <translation>Was offen war, bleibt offen.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>ACiM Explorer</source>
        <translation>ACiM Explorer</translation>
    </message>
    <message>
        <source>Accuracy against %1, ACiM Explorer</source>
        <translation>Genauigkeit über %1, ACiM Explorer</translation>
    </message>
    <message>
        <source>settings of a run</source>
        <translation>Einstellungen eines Laufs</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Studie öffnen</translation>
    </message>
    <message>
        <source>Study (*.acim);;All files (*)</source>
        <translation>Studie (*.acim);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 is nothing that can be opened</source>
        <translation>%1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Drop a study (.acim), a network (.pt, .pth, .safetensors), or a folder or archive of images.</source>
        <translation>Ziehen Sie eine Studie (.acim), ein Netz (.pt, .pth, .safetensors) oder einen Ordner oder ein Archiv mit Bildern hierher.</translation>
    </message>
    <message>
        <source>Parts in this place</source>
        <translation>Teile an diesem Platz</translation>
    </message>
    <message>
        <source>Nothing is open yet</source>
        <translation>Noch ist nichts geöffnet</translation>
    </message>
    <message>
        <source>Open a network and the images that it was trained for, or begin with the demo that comes with the program.</source>
        <translation>Öffnen Sie ein Netz und die Bilder, für die es trainiert wurde, oder beginnen Sie mit der Demo, die dem Programm beiliegt.</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Open a network…</source>
        <translation>Netz öffnen…</translation>
    </message>
    <message>
        <source>Open a study…</source>
        <translation>Studie öffnen…</translation>
    </message>
    <message>
        <source>There is no command for this sweep</source>
        <translation>Für diese Messreihe gibt es keinen Befehl</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Export study as folder</source>
        <translation>Studie als Ordner exportieren</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>study</source>
        <translation>studie</translation>
    </message>
    <message>
        <source>The curve is of other settings: Run (F5)</source>
        <translation>Die Kurve ist von anderen Einstellungen: Starten (F5)</translation>
    </message>
    <message>
        <source>The folder could not be saved</source>
        <translation>Der Ordner konnte nicht gesichert werden</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gesichert</translation>
    </message>
    <message>
        <source>Study exported</source>
        <translation>Studie exportiert</translation>
    </message>
    <message>
        <source>%1; README.txt says what is in it.</source>
        <translation>%1; README.txt sagt, was darin ist.</translation>
    </message>
    <message>
        <source>The curve is finished, and is of these settings</source>
        <translation>Die Kurve ist fertig und gehört zu diesen Einstellungen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose images…</source>
        <translation>Bilder wählen…</translation>
    </message>
    <message>
        <source>The comparison is decided</source>
        <translation>Der Vergleich ist entschieden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The first %1 images of each point decide it; the sweep was stopped.</source>
        <translation>Die ersten %1 Bilder jedes Punktes entscheiden ihn; der Sweep wurde angehalten.</translation>
    </message>
    <message>
        <source>The knobs stand elsewhere now</source>
        <translation>Die Regler stehen jetzt anders</translation>
    </message>
    <message>
        <source>Undo brings them back. Run begins another sweep.</source>
        <translation>Rückgängig stellt sie zurück. Starten beginnt einen anderen Sweep.</translation>
    </message>
</context>
<context>
    <name>acim::ui::NoiseTable</name>
    <message>
        <source>Stays fixed</source>
        <translation>Bleibt gleich</translation>
    </message>
    <message>
        <source>Random noise in other units</source>
        <translation>Zufallsrauschen in anderen Einheiten</translation>
    </message>
    <message>
        <source>Type it in mV, LSB, dB or chance of a wrong code; choose which one stays fixed</source>
        <translation>In mV, LSB, dB oder als Wahrscheinlichkeit eines falschen Codes eingeben; wählen, was gleich bleibt</translation>
    </message>
    <message>
        <source>Open; press to fold</source>
        <translation>Offen; drücken zum Einklappen</translation>
    </message>
    <message>
        <source>Folded; press to open</source>
        <translation>Eingeklappt; drücken zum Öffnen</translation>
    </message>
    <message>
        <source>% of full scale</source>
        <translation>% des Vollausschlags</translation>
    </message>
    <message>
        <source>Standard deviation over the column&apos;s full scale: the knob itself</source>
        <translation>Standardabweichung über dem Vollausschlag der Spalte: der Regler selbst</translation>
    </message>
    <message>
        <source>mV on the line</source>
        <translation>mV auf der Leitung</translation>
    </message>
    <message>
        <source>Full scale is attenuation times supply voltage</source>
        <translation>Vollausschlag ist Dämpfung mal Versorgungsspannung</translation>
    </message>
    <message>
        <source>LSB rms</source>
        <translation>LSB eff.</translation>
    </message>
    <message>
        <source>Steps of the ADC: they shrink with its bits and its range</source>
        <translation>Stufen des ADC: Sie schrumpfen mit seinen Bits und seinem Bereich</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>Full scale over noise, 20 log10</source>
        <translation>Vollausschlag über Rauschen, 20 log10</translation>
    </message>
    <message>
        <source>Wrong codes, %</source>
        <translation>Falsche Codes, %</translation>
    </message>
    <message>
        <source>Chance that a sum that lies on a code is read as another one</source>
        <translation>Wahrscheinlichkeit, dass eine Summe auf einem Code als ein anderer gelesen wird</translation>
    </message>
    <message>
        <source>Random noise, %1</source>
        <translation>Zufallsrauschen, %1</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>The percentage stays: what happens to steps and millivolts follows</source>
        <translation>Der Prozentwert bleibt: Stufen und Millivolt folgen</translation>
    </message>
    <message>
        <source>mV</source>
        <translation>mV</translation>
    </message>
    <message>
        <source>Millivolts stay when supply voltage or attenuation change</source>
        <translation>Millivolt bleiben, wenn sich Versorgungsspannung oder Dämpfung ändern</translation>
    </message>
    <message>
        <source>LSB</source>
        <translation>LSB</translation>
    </message>
    <message>
        <source>Steps of the ADC stay when its bits or its range change</source>
        <translation>Stufen des ADC bleiben, wenn sich seine Bits oder sein Bereich ändern</translation>
    </message>
    <message>
        <source>No noise</source>
        <translation>Kein Rauschen</translation>
    </message>
    <message>
        <source>LSB held</source>
        <translation>LSB fest</translation>
    </message>
    <message>
        <source>mV held</source>
        <translation>mV fest</translation>
    </message>
    <message>
        <source>Follows from comparator, capacitors and reference: the noise source is physical.</source>
        <translation>Folgt aus Komparator, Kondensatoren und Referenz: Die Rauschquelle ist physikalisch.</translation>
    </message>
    <message>
        <source>ADC bits and range rewrite the percentage, at the points of a sweep too.</source>
        <translation>Bits und Bereich des ADC schreiben den Prozentwert um, auch an den Punkten eines Sweeps.</translation>
    </message>
    <message>
        <source>Supply voltage and attenuation rewrite the percentage, at the points of a sweep too.</source>
        <translation>Versorgungsspannung und Dämpfung schreiben den Prozentwert um, auch an den Punkten eines Sweeps.</translation>
    </message>
    <message>
        <source>More ADC bits make finer steps, so that the same noise is more of them. Rows change none of these.</source>
        <translation>Mehr ADC-Bits machen feinere Stufen, dasselbe Rauschen ist also mehr davon. Zeilen ändern nichts davon.</translation>
    </message>
    <message>
        <source>Type a number, such as %1</source>
        <translation>Eine Zahl eingeben, etwa %1</translation>
    </message>
    <message>
        <source>A chance is 0 or more, and less than 100 %</source>
        <translation>Eine Wahrscheinlichkeit ist mindestens 0 und kleiner als 100 %</translation>
    </message>
    <message>
        <source>Noise is from 0 to 100 % of full scale</source>
        <translation>Rauschen ist 0 bis 100 % des Vollausschlags</translation>
    </message>
    <message>
        <source>What stays fixed would be more than 100 % of full scale here: the noise is cut to that, and comes back whole. A sweep over such points is refused.</source>
        <translation>Was fest bleibt, wäre hier mehr als 100 % des Vollausschlags: Das Rauschen ist darauf gekürzt und kommt ganz zurück. Ein Sweep über solche Punkte wird abgelehnt.</translation>
    </message>
    <message>
        <source>Layers with settings of their own get the same percentage, unless they have their own noise.</source>
        <translation>Schichten mit eigenen Einstellungen bekommen denselben Prozentwert, außer sie haben eigenes Rauschen.</translation>
    </message>
</context>
<context>
    <name>acim::ui::NormalisationStrip</name>
    <message>
        <source>Its file does not say. Choose what it was trained with, or type mean and standard deviation of red, green and blue, of pixels from 0 to 1.</source>
        <translation>Seine Datei sagt es nicht. Wählen Sie, womit es trainiert wurde, oder geben Sie Mittelwert und Standardabweichung von Rot, Grün und Blau ein, für Bildpunkte von 0 bis 1.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the network with this normalisation</source>
        <translation>Das Netz mit dieser Normierung öffnen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Normalisation of the images</source>
        <translation>Normierung der Bilder</translation>
    </message>
    <message>
        <source>How were the images of %1 normalised?</source>
        <translation>Wie waren die Bilder von %1 normiert?</translation>
    </message>
    <message>
        <source>Three numbers each, such as 0.485, 0.456, 0.406; standard deviations are above 0.</source>
        <translation>Je drei Zahlen, etwa 0.485, 0.456, 0.406; Standardabweichungen liegen über 0.</translation>
    </message>
</context>
<context>
    <name>acim::ui::Parameters</name>
    <message>
        <source>reset of all knobs</source>
        <translation>Zurücksetzen aller Regler</translation>
    </message>
    <message>
        <source>settings of a run</source>
        <translation>Einstellungen eines Laufs</translation>
    </message>
    <message>
        <source>settings of layers</source>
        <translation>Einstellungen von Schichten</translation>
    </message>
    <message>
        <source>change of what is computed</source>
        <translation>Änderung dessen, was berechnet wird</translation>
    </message>
</context>
<context>
    <name>acim::ui::PresetDesk</name>
    <message>
        <source>Why: %1.</source>
        <translation>Grund: %1.</translation>
    </message>
    <message>
        <source>Its energy stands among the published chips of the trade-off chart.</source>
        <translation>Seine Energie steht bei den veröffentlichten Chips des Abwägungsdiagramms.</translation>
    </message>
    <message>
        <source>%1 cannot be simulated</source>
        <translation>%1 lässt sich nicht simulieren</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>Vorlage %1</translation>
    </message>
    <message>
        <source>Knobs as %1 has them</source>
        <translation>Regler wie bei %1</translation>
    </message>
    <message>
        <source>settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The knobs stay as they are.</source>
        <translation>Die Regler bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>Einstellungen gespeichert</translation>
    </message>
    <message>
        <source>%1; acim run --settings takes it, too.</source>
        <translation>%1; acim run --settings nimmt sie auch.</translation>
    </message>
    <message>
        <source>The settings could not be saved</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Settings (*.json);;All files (*)</source>
        <translation>Einstellungen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Einstellungen speichern</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Einstellungen (*.json)</translation>
    </message>
    <message>
        <source>settings.json</source>
        <translation>einstellungen.json</translation>
    </message>
    <message>
        <source>%1 simulates no array</source>
        <translation>%1 simuliert kein Array</translation>
    </message>
    <message>
        <source>It asks for exact integers (mode quantised): the knobs of the array change nothing.</source>
        <translation>Sie verlangt exakte ganze Zahlen (Betriebsart quantised): Die Regler des Arrays ändern nichts.</translation>
    </message>
    <message>
        <source>It asks for floating point (mode float): the knobs change nothing.</source>
        <translation>Sie verlangt Gleitkomma (Betriebsart float): Die Regler ändern nichts.</translation>
    </message>
</context>
<context>
    <name>acim::ui::PresetPicker</name>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Energy only</source>
        <translation>Nur Energie</translation>
    </message>
    <message>
        <source>Open settings…</source>
        <translation>Einstellungen öffnen…</translation>
    </message>
    <message>
        <source>Save settings…</source>
        <translation>Einstellungen speichern…</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 nm</translation>
    </message>
    <message>
        <source>Cannot be simulated: %1</source>
        <translation>Nicht simulierbar: %1</translation>
    </message>
    <message>
        <source>No preset</source>
        <translation>Keine Vorlage</translation>
    </message>
    <message>
        <source>Take the knobs of a published macro, or of a file</source>
        <translation>Die Regler eines veröffentlichten Makros oder einer Datei übernehmen</translation>
    </message>
</context>
<context>
    <name>acim::ui::PreviewDesk</name>
    <message>
        <source>Live preview</source>
        <translation>Live-Vorschau</translation>
    </message>
    <message>
        <source>Estimate and measure the point where the knobs stand, as they move</source>
        <translation>Den Punkt, an dem die Regler stehen, schätzen und messen, während sie sich bewegen</translation>
    </message>
</context>
<context>
    <name>acim::ui::PreviewStrip</name>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>At these settings</source>
        <translation>Bei diesen Einstellungen</translation>
    </message>
    <message>
        <source>Accuracy, % (95 %)</source>
        <translation>Genauigkeit, % (95 %)</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>CSNR</source>
        <translation>CSNR</translation>
    </message>
    <message>
        <source>Measured on the first images while the knobs rest</source>
        <translation>Auf den ersten Bildern gemessen, solange die Regler ruhen</translation>
    </message>
    <message>
        <source>Of the sweep, which holds this point</source>
        <translation>Aus dem Sweep, der diesen Punkt enthält</translation>
    </message>
    <message>
        <source>Goes on when the sweep has ended</source>
        <translation>Geht weiter, wenn der Sweep beendet ist</translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation>Energie je Inferenz</translation>
    </message>
    <message>
        <source>No layer is on the array</source>
        <translation>Keine Schicht liegt auf dem Array</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>Measured on the layers&apos; outputs, all images of the sweep: their mean share of noise. Least: %1, %2.</source>
        <translation>An den Ausgängen der Schichten gemessen, alle Bilder des Sweeps: ihr mittlerer Rauschanteil. Am kleinsten: %1, %2.</translation>
    </message>
    <message>
        <source>Expected of the layers&apos; outputs before anything runs, on the safe side where an ADC is coarse: their mean share of noise. Least: %1, %2.</source>
        <translation>Von den Ausgängen der Schichten erwartet, bevor etwas läuft, bei grobem ADC eher zu schlecht: ihr mittlerer Rauschanteil. Am kleinsten: %1, %2.</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::ProgressBar</name>
    <message>
        <source>Progress %1</source>
        <translation>Fortschritt %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::RunBlockers</name>
    <message>
        <source>The sweep cannot start</source>
        <translation>Der Sweep kann nicht beginnen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>acim::ui::RunsModel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Abweichende Einstellungen</translation>
    </message>
    <message>
        <source>Accuracy, % (95 %)</source>
        <translation>Genauigkeit, % (95 %)</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>One point</source>
        <translation>Ein Punkt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Ausgangswerte</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>vorzeitig beendet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>choice of the baseline</source>
        <translation>Wahl des Vergleichslaufs</translation>
    </message>
    <message>
        <source>name of a run</source>
        <translation>Name eines Laufs</translation>
    </message>
    <message>
        <source>note of a run</source>
        <translation>Notiz eines Laufs</translation>
    </message>
    <message>
        <source>pin of a run</source>
        <translation>Anheften eines Laufs</translation>
    </message>
    <message>
        <source>unpinning of a run</source>
        <translation>Lösen eines Laufs</translation>
    </message>
    <message>
        <source>colour of a run</source>
        <translation>Farbe eines Laufs</translation>
    </message>
    <message numerus="yes">
        <source>deletion of %n runs</source>
        <translation>
            <numerusform>Löschen von %n Lauf</numerusform>
            <numerusform>Löschen von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Energy, µJ</source>
        <translation>Energie, µJ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Where they are shown</source>
        <translation>Wo sie gezeigt werden</translation>
    </message>
    <message>
        <source>replacement of a run by one with more points</source>
        <translation>Ersetzen eines Laufs durch einen mit mehr Punkten</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>At the selected place of each sweep</source>
        <translation>An der gewählten Stelle jedes Sweeps</translation>
    </message>
    <message>
        <source>At the last point of each sweep</source>
        <translation>Am letzten Punkt jedes Sweeps</translation>
    </message>
    <message>
        <source>digital</source>
        <translation>digital</translation>
    </message>
    <message>
        <source>on the array</source>
        <translation>auf dem Array</translation>
    </message>
</context>
<context>
    <name>acim::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>No runs yet. Every curve that is computed stays here, with its settings.</source>
        <translation>Noch keine Läufe. Jede gerechnete Kurve bleibt hier, mit ihren Einstellungen.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Every curve computed or opened. Enter takes a run&apos;s settings, F2 names it, the menu key has more.</source>
        <translation>Jede gerechnete oder geöffnete Kurve. Eingabe übernimmt die Einstellungen eines Laufs, F2 benennt ihn, die Menütaste hat mehr.</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Keep the curve in the chart</source>
        <translation>Die Kurve im Diagramm behalten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Give the run a name</source>
        <translation>Dem Lauf einen Namen geben</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Write a note beside the run</source>
        <translation>Eine Notiz neben den Lauf schreiben</translation>
    </message>
    <message>
        <source>Own colour</source>
        <translation>Eigene Farbe</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>Rost</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Pflaume</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Schiefer</translation>
    </message>
    <message>
        <source>Set as baseline</source>
        <translation>Als Vergleichslauf</translation>
    </message>
    <message>
        <source>Compare the settings of all runs and knobs with this run&apos;s</source>
        <translation>Die Einstellungen aller Läufe und Regler mit denen dieses Laufs vergleichen</translation>
    </message>
    <message>
        <source>Compare two</source>
        <translation>Zwei vergleichen</translation>
    </message>
    <message>
        <source>Settings and curves of two runs, side by side</source>
        <translation>Einstellungen und Kurven zweier Läufe nebeneinander</translation>
    </message>
    <message>
        <source>Take its settings</source>
        <translation>Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Set knobs and axes as this run had them (Enter)</source>
        <translation>Regler und Achsen setzen wie in diesem Lauf (Eingabe)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the picked runs</source>
        <translation>Die gewählten Läufe löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Deleted “%1”.</source>
        <translation>„%1“ gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n runs.</source>
        <translation>
            <numerusform>%n Lauf gelöscht.</numerusform>
            <numerusform>%n Läufe gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Baseline no more</source>
        <translation>Nicht mehr Vergleichslauf</translation>
    </message>
    <message>
        <source>Colour, line and marker of the picked runs</source>
        <translation>Farbe, Linie und Zeichen der gewählten Läufe</translation>
    </message>
    <message>
        <source>The point whose accuracy and energy the rows show. Select another one in a chart.</source>
        <translation>Der Punkt, dessen Genauigkeit und Energie die Zeilen zeigen. Wählen Sie in einem Diagramm einen anderen.</translation>
    </message>
</context>
<context>
    <name>acim::ui::SensitivityStrip</name>
    <message>
        <source>Changes to try</source>
        <translation>Änderungen zum Probieren</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>andere Einstellungen</translation>
    </message>
    <message>
        <source>What is done to one layer at a time</source>
        <translation>Was mit jeweils einer Schicht geschieht</translation>
    </message>
    <message>
        <source>Change that the table shows</source>
        <translation>Änderung, die die Tabelle zeigt</translation>
    </message>
    <message>
        <source>These results are of other settings, another network or other images than those now</source>
        <translation>Diese Ergebnisse sind von anderen Einstellungen, einem anderen Netz oder anderen Bildern als jetzt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Nochmals</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Ermitteln</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop; what is computed stays</source>
        <translation>Stoppen; was gerechnet ist, bleibt</translation>
    </message>
    <message>
        <source>Change each layer in turn and rank the layers by the accuracy lost (F7)</source>
        <translation>Jede Schicht einzeln ändern und die Schichten nach verlorener Genauigkeit ordnen (F7)</translation>
    </message>
    <message>
        <source>sensitivity of the layers</source>
        <translation>Empfindlichkeit der Schichten</translation>
    </message>
    <message>
        <source>%1 of %2 ranks decided</source>
        <translation>%1 von %2 Rängen entschieden</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for the sweep, then goes on</source>
        <translation>Wartet auf den Durchlauf, geht dann weiter</translation>
    </message>
    <message>
        <source>First images…</source>
        <translation>Erste Bilder …</translation>
    </message>
    <message>
        <source>%1; at most %2 left</source>
        <translation>%1; noch höchstens %2</translation>
    </message>
    <message>
        <source>All ranks decided after %1</source>
        <translation>Alle Ränge entschieden nach %1</translation>
    </message>
    <message>
        <source>%1; all %2 are used</source>
        <translation>%1; alle %2 sind verbraucht</translation>
    </message>
    <message>
        <source>%1, stopped after %2</source>
        <translation>%1, angehalten nach %2</translation>
    </message>
    <message>
        <source>Changes one layer at a time and ranks the layers by the accuracy that costs. Ends by itself when the ranks are decided.</source>
        <translation>Ändert jeweils eine Schicht und ordnet die Schichten nach der Genauigkeit, die das kostet. Endet von selbst, wenn die Ränge entschieden sind.</translation>
    </message>
</context>
<context>
    <name>acim::ui::SensitivityStudy</name>
    <message>
        <source>Digital</source>
        <translation>Digital</translation>
    </message>
    <message>
        <source>On the array</source>
        <translation>Auf dem Array</translation>
    </message>
</context>
<context>
    <name>acim::ui::ShortcutDialog</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation>In einem Diagramm</translation>
    </message>
    <message>
        <source>Select another point</source>
        <translation>Anderen Punkt wählen</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>On a knob</source>
        <translation>Auf einem Regler</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Ten steps</source>
        <translation>Zehn Schritte</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Closer, wider</source>
        <translation>Näher, weiter</translation>
    </message>
    <message>
        <source>+, −, wheel</source>
        <translation>+, −, Rad</translation>
    </message>
    <message>
        <source>Closer along x, along y</source>
        <translation>Näher entlang x, entlang y</translation>
    </message>
    <message>
        <source>Ctrl+wheel, Shift+wheel</source>
        <translation>Strg+Rad, Umschalt+Rad</translation>
    </message>
    <message>
        <source>Look at a part</source>
        <translation>Einen Ausschnitt ansehen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Move the part</source>
        <translation>Den Ausschnitt verschieben</translation>
    </message>
    <message>
        <source>Shift+arrow keys, Shift+drag, middle drag</source>
        <translation>Umschalt+Pfeiltasten, Umschalt+Ziehen, mittlere Taste</translation>
    </message>
    <message>
        <source>Fit to the curves</source>
        <translation>An die Kurven anpassen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>In the bits map</source>
        <translation>In der Bitkarte</translation>
    </message>
    <message>
        <source>Another pair of bits</source>
        <translation>Ein anderes Bitpaar</translation>
    </message>
    <message>
        <source>Hybrid up to this pair</source>
        <translation>Hybrid bis zu diesem Paar</translation>
    </message>
    <message>
        <source>Voting down to this pair</source>
        <translation>Abstimmen bis zu diesem Paar</translation>
    </message>
    <message>
        <source>In the column view</source>
        <translation>In der Spaltenansicht</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Read a printed value or a published chip</source>
        <translation>Einen gedruckten Wert oder veröffentlichten Chip ablesen</translation>
    </message>
</context>
<context>
    <name>acim::ui::StatusStrip</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Nothing open</source>
        <translation>Nichts geöffnet</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 images × %n points</source>
        <translation>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; von %2 Bildern × %n Punkt</numerusform>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; von %2 Bildern × %n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped, results kept</source>
        <translation>gestoppt, Ergebnisse behalten</translation>
    </message>
    <message>
        <source>stopped early, results kept</source>
        <translation>vorzeitig beendet, Ergebnisse behalten</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>time left not known yet</source>
        <translation>Restzeit noch unbekannt</translation>
    </message>
</context>
<context>
    <name>acim::ui::StudyController</name>
    <message>
        <source>%1 on %2 could not be opened</source>
        <translation>%1 mit %2 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>This sweep cannot run</source>
        <translation>Dieser Sweep kann nicht laufen</translation>
    </message>
    <message>
        <source>Calibrating the ADC&apos;s range, %1 of %2 points</source>
        <translation>Kalibriert den ADC-Bereich, %1 von %2 Punkten</translation>
    </message>
    <message>
        <source>The ADC&apos;s range could not be calibrated</source>
        <translation>Der ADC-Bereich konnte nicht kalibriert werden</translation>
    </message>
    <message>
        <source>The run stopped early</source>
        <translation>Der Lauf endete vorzeitig</translation>
    </message>
    <message>
        <source>The study could not be saved</source>
        <translation>Die Studie konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The run goes on, but is not saved as it goes</source>
        <translation>Der Lauf geht weiter, wird aber nicht laufend gesichert</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
</context>
<context>
    <name>acim::ui::StudyFiles</name>
    <message>
        <source>%1 of %2 images of %3 points</source>
        <translation>%1 von %2 Bildern an %3 Punkten</translation>
    </message>
    <message>
        <source>Unsaved work is not kept</source>
        <translation>Nicht Gespeichertes wird nicht aufgehoben</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>What was open stays open.</source>
        <translation>Was offen war, bleibt offen.</translation>
    </message>
    <message>
        <source>Its newest run is not complete</source>
        <translation>Ihr neuester Lauf ist nicht vollständig</translation>
    </message>
    <message>
        <source>It holds %1.</source>
        <translation>Sie enthält %1.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>What was not saved</source>
        <translation>Nicht Gespeichertes</translation>
    </message>
    <message numerus="yes">
        <source>%n runs were not saved.</source>
        <translation>
            <numerusform>%n Lauf wurde nicht gespeichert.</numerusform>
            <numerusform>%n Läufe wurden nicht gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Continue where you stopped?</source>
        <translation>Weitermachen, wo Sie aufgehört haben?</translation>
    </message>
    <message>
        <source>Start fresh</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>The study could not be saved</source>
        <translation>Die Studie konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept against a crash</source>
        <translation>Nicht Gespeichertes kann nicht gegen einen Absturz gesichert werden</translation>
    </message>
    <message>
        <source>A ranking of the layers was not saved.</source>
        <translation>Eine Rangfolge der Schichten wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Settings were changed and not saved.</source>
        <translation>Einstellungen wurden geändert und nicht gespeichert.</translation>
    </message>
    <message>
        <source>What was not saved is kept, and offered at the next start.</source>
        <translation>Was nicht gespeichert war, ist aufbewahrt und wird beim nächsten Start angeboten.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Another study is shown</source>
        <translation>Eine andere Studie wird gezeigt</translation>
    </message>
    <message>
        <source>Its file was saved since</source>
        <translation>Seine Datei wurde seitdem gespeichert</translation>
    </message>
    <message>
        <source>It goes on with another run now. Take the settings of this one from the table and press Run.</source>
        <translation>Sie setzt jetzt einen anderen Lauf fort. Übernehmen Sie die Einstellungen dieses Laufs aus der Tabelle und drücken Sie Starten.</translation>
    </message>
</context>
<context>
    <name>acim::ui::SweepBar</name>
    <message>
        <source>x from</source>
        <translation>x von</translation>
    </message>
    <message>
        <source>x to</source>
        <translation>x bis</translation>
    </message>
    <message>
        <source>x step</source>
        <translation>x Schritt</translation>
    </message>
    <message>
        <source>Values of x, separated by commas</source>
        <translation>Werte von x, durch Semikolons getrennt</translation>
    </message>
    <message>
        <source>Values of x</source>
        <translation>Werte von x</translation>
    </message>
    <message>
        <source>Values of the family, separated by commas</source>
        <translation>Werte der Schar, durch Semikolons getrennt</translation>
    </message>
    <message>
        <source>Values of the family</source>
        <translation>Werte der Schar</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Type the values of x as a list, or as from, to, step</source>
        <translation>Die Werte von x als Liste eingeben, oder als von, bis, Schritt</translation>
    </message>
    <message>
        <source>Values of x as a list</source>
        <translation>Werte von x als Liste</translation>
    </message>
    <message>
        <source>Add points to the curve; the results of its points are kept</source>
        <translation>Punkte zur Kurve hinzufügen; die Ergebnisse ihrer Punkte bleiben</translation>
    </message>
    <message>
        <source>Add points</source>
        <translation>Punkte hinzufügen</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Schar</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Knob along x</source>
        <translation>Regler entlang x</translation>
    </message>
    <message>
        <source>The knob whose values make the x axis</source>
        <translation>Der Regler, dessen Werte die x-Achse sind</translation>
    </message>
    <message>
        <source>Knob of the family</source>
        <translation>Regler der Schar</translation>
    </message>
    <message>
        <source>A second knob: one curve for each of its values</source>
        <translation>Ein zweiter Regler: eine Kurve für jeden seiner Werte</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Calibrated range</source>
        <translation>Kalibrierter Bereich</translation>
    </message>
    <message>
        <source>%1 (chips)</source>
        <translation>%1 (Chips)</translation>
    </message>
    <message>
        <source>x and family are the same knob: choose another for one of them.</source>
        <translation>x und Schar sind derselbe Regler: Wählen Sie für eines davon einen anderen.</translation>
    </message>
</context>
<context>
    <name>acim::ui::TradeoffChart</name>
    <message>
        <source>Trade-off chart: accuracy against energy per inference</source>
        <translation>Abwägungsdiagramm: Genauigkeit über der Energie je Inferenz</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>Energy per inference, µJ (log)</source>
        <translation>Energie je Inferenz, µJ (log.)</translation>
    </message>
    <message>
        <source>%1: %2, %3 per inference</source>
        <translation>%1: %2, %3 je Inferenz</translation>
    </message>
    <message>
        <source>%1, on the Pareto front</source>
        <translation>%1, auf der Pareto-Front</translation>
    </message>
    <message>
        <source>Energy for this network</source>
        <translation>Energie für dieses Netz</translation>
    </message>
    <message>
        <source>Reported, single bits</source>
        <translation>Angegeben, einzelne Bits</translation>
    </message>
    <message>
        <source>%1 TOPS/W</source>
        <translation>%1 TOPS/W</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 nm</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation>Energie je Inferenz</translation>
    </message>
    <message>
        <source>Band of energy</source>
        <translation>Energieband</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Effizienz</translation>
    </message>
    <message>
        <source>On the Pareto front</source>
        <translation>Auf der Pareto-Front</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Click selects this point</source>
        <translation>Klick wählt diesen Punkt</translation>
    </message>
    <message>
        <source>Arrow keys move the selection</source>
        <translation>Pfeiltasten bewegen die Auswahl</translation>
    </message>
    <message>
        <source>No energy for these settings: %1.</source>
        <translation>Keine Energie für diese Einstellungen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n points have no energy</source>
        <translation>
            <numerusform>%n Punkt hat keine Energie</numerusform>
            <numerusform>%n Punkte haben keine Energie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points lie below %1 %</source>
        <translation>
            <numerusform>%n Punkt liegt unter %1 %</numerusform>
            <numerusform>%n Punkte liegen unter %1 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n published chips lie outside the energy axis</source>
        <translation>
            <numerusform>%n veröffentlichter Chip liegt außerhalb der Energieachse</numerusform>
            <numerusform>%n veröffentlichte Chips liegen außerhalb der Energieachse</numerusform>
        </translation>
    </message>
    <message>
        <source>Published chips: energy only</source>
        <translation>Veröffentlichte Chips: nur Energie</translation>
    </message>
    <message>
        <source>%1. Its figures are from %2. The macro alone, at this network&apos;s operations and bits; its accuracy on this network is not known.</source>
        <translation>%1. Seine Zahlen stammen aus %2. Das Makro allein, mit den Operationen und Bits dieses Netzes; seine Genauigkeit mit diesem Netz ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>acim::ui::TrialRow</name>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>%1 ausprobieren</translation>
    </message>
    <message>
        <source>Set it; Undo takes it back</source>
        <translation>Stellt es ein; Rückgängig nimmt es zurück</translation>
    </message>
</context>
<context>
    <name>acim::ui::ValuesButton</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::ViewTabs</name>
    <message>
        <source>View %1</source>
        <translation>Ansicht %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::WhyDock</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>trial of %1</source>
        <translation>Versuch mit %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::WhyPanel</name>
    <message>
        <source>What is turned</source>
        <translation>Was gedreht wird</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Hide why</source>
        <translation>Warum ausblenden</translation>
    </message>
    <message>
        <source>Layers by signal to noise, worst first</source>
        <translation>Schichten nach Signal-Rausch-Verhältnis, schlechteste zuerst</translation>
    </message>
    <message>
        <source>Signal to noise of a layer&apos;s outputs (CSNR): variance of the exact integer products over the mean squared error of the array. 6 dB are a bit. The bar is the root of error over signal.</source>
        <translation>Signal-Rausch-Verhältnis der Ausgaben einer Schicht (CSNR): Varianz der exakten ganzzahligen Produkte über dem mittleren quadratischen Fehler des Arrays. 6 dB sind ein Bit. Der Balken ist die Wurzel aus Fehler über Signal.</translation>
    </message>
    <message>
        <source>Show it in the bits map</source>
        <translation>In der Bitkarte zeigen</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Turn the knob for the whole network</source>
        <translation>Den Regler für das ganze Netz drehen</translation>
    </message>
    <message>
        <source>This layer</source>
        <translation>Diese Schicht</translation>
    </message>
    <message>
        <source>Turn it for the chosen layer alone</source>
        <translation>Ihn nur für die gewählte Schicht drehen</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>Was helfen würde</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Nothing to explain yet.
Open a network above.</source>
        <translation>Noch nichts zu erklären.
Öffnen Sie oben ein Netz.</translation>
    </message>
    <message>
        <source>Nothing to explain: this mode has no array, so that no column adds an error. Choose simulated.</source>
        <translation>Nichts zu erklären: Dieser Modus hat kein Array, keine Spalte macht also Fehler. Wählen Sie simuliert.</translation>
    </message>
    <message>
        <source>Nothing to explain: every layer stays digital, and is exact. Put one on the array in the Layers view.</source>
        <translation>Nichts zu erklären: Jede Schicht bleibt digital und ist exakt. Legen Sie in der Ansicht Schichten eine auf das Array.</translation>
    </message>
    <message>
        <source>These settings cannot be explained.
%1</source>
        <translation>Diese Einstellungen lassen sich nicht erklären.
%1</translation>
    </message>
    <message>
        <source>Looking into every layer, on the first images…</source>
        <translation>Jede Schicht wird auf den ersten Bildern untersucht…</translation>
    </message>
    <message>
        <source>looking, %1</source>
        <translation>sucht, %1</translation>
    </message>
    <message>
        <source>%1 loses most: its signal to noise is %2 dB. %3 makes %4 of its error.</source>
        <translation>%1 verliert am meisten: Signal-Rausch-Verhältnis %2 dB. %3 macht %4 des Fehlers.</translation>
    </message>
    <message numerus="yes">
        <source>On the first %n images</source>
        <translation>
            <numerusform>Auf dem ersten %n Bild</numerusform>
            <numerusform>Auf den ersten %n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with the knobs as they stand.</source>
        <translation>%1, mit den Reglern, wie sie stehen.</translation>
    </message>
    <message>
        <source>%1, at %2.</source>
        <translation>%1, bei %2.</translation>
    </message>
    <message>
        <source>What the error of %1 is made of</source>
        <translation>Woraus der Fehler von %1 besteht</translation>
    </message>
    <message>
        <source>Each cause&apos;s share of the mean squared error of the outputs, against the product of real numbers. Shares add up to 100 %; one is negative where a cause undoes others.</source>
        <translation>Anteil jeder Ursache am mittleren quadratischen Fehler der Ausgaben gegenüber dem Produkt reeller Zahlen. Die Anteile ergeben 100 %; einer ist negativ, wo eine Ursache andere aufhebt.</translation>
    </message>
    <message>
        <source>The array makes none of it: its outputs are the exact integer products. What is left is the rounding and clipping to integers.</source>
        <translation>Das Array trägt nichts bei: Seine Ausgaben sind die exakten ganzzahligen Produkte. Es bleibt das Runden und Begrenzen auf ganze Zahlen.</translation>
    </message>
    <message>
        <source>Worst pair of bits: weight bit %1 with activation bit %2 makes %3 of the array&apos;s error.</source>
        <translation>Schlechtestes Paar: Gewichtsbit %1 mit Aktivierungsbit %2 macht %3 des Fehlers des Arrays.</translation>
    </message>
    <message>
        <source>Worst pair of bits: weight bit %1 with cycle %2 makes %3 of the array&apos;s error.</source>
        <translation>Schlechtestes Paar: Gewichtsbit %1 mit Zyklus %2 macht %3 des Fehlers des Arrays.</translation>
    </message>
    <message>
        <source>Signal to noise gained, mean of the layers, and the macro&apos;s energy.</source>
        <translation>Gewinn an Signal-Rausch-Verhältnis, Mittel der Schichten, und Energie des Makros.</translation>
    </message>
    <message>
        <source>Signal to noise gained in %1, and its energy in the macro.</source>
        <translation>Gewinn an Signal-Rausch-Verhältnis in %1, und ihre Energie im Makro.</translation>
    </message>
    <message>
        <source>Turning each knob once…</source>
        <translation>Jeder Regler wird einmal gedreht…</translation>
    </message>
    <message>
        <source>%1 has no error to lose.</source>
        <translation>%1 hat keinen Fehler.</translation>
    </message>
    <message>
        <source>No single knob helps here.</source>
        <translation>Kein einzelner Regler hilft hier.</translation>
    </message>
    <message>
        <source>%1 Signal to noise on all that ran.</source>
        <translation>%1 Rauschabstand über alle, die liefen.</translation>
    </message>
    <message>
        <source>Without the array the integers alone have %1, float has %2: more weight or activation bits win that back, nothing below does.</source>
        <translation>Schon ohne Array haben die ganzen Zahlen %1, Gleitkomma hat %2: Das holen mehr Gewichts- oder Aktivierungsbits zurück, nichts von unten Genanntem.</translation>
    </message>
    <message>
        <source>No error: the array equals the quantised network. What that lacks against float, the bits of weights and activations cost.</source>
        <translation>Kein Fehler: Das Array gleicht dem quantisierten Netz. Was diesem gegenüber Gleitkomma fehlt, kosten die Bits von Gewichten und Aktivierungen.</translation>
    </message>
</context>
</TS>
