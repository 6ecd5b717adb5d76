<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChipSpread</name>
    <message numerus="yes">
        <source>%n chips</source>
        <translation>
            <numerusform>%n chip</numerusform>
            <numerusform>%n chips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RangeSaving</name>
    <message numerus="yes">
        <source>%n bits fewer at %1 accuracy</source>
        <translation>
            <numerusform>%n bit fewer at %1 accuracy</numerusform>
            <numerusform>%n bits fewer at %1 accuracy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits more at %1 accuracy</source>
        <translation>
            <numerusform>%n bit more at %1 accuracy</numerusform>
            <numerusform>%n bits more at %1 accuracy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::ChartPanel</name>
    <message numerus="yes">
        <source>95 % interval, %n images</source>
        <translation>
            <numerusform>95 % interval, %n image</numerusform>
            <numerusform>95 % interval, %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::ColumnView</name>
    <message numerus="yes">
        <source>%n upper ADC bits empty</source>
        <translation>
            <numerusform>%n upper ADC bit empty</numerusform>
            <numerusform>%n upper ADC bits empty</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::CompareDialog</name>
    <message numerus="yes">
        <source>Decided is which is better, or that they are level (less than %n points apart), with 95 % confidence in all rows together, however often one looks.</source>
        <translation>
            <numerusform>Decided is which is better, or that they are level (less than %n point apart), with 95 % confidence in all rows together, however often one looks.</numerusform>
            <numerusform>Decided is which is better, or that they are level (less than %n points apart), with 95 % confidence in all rows together, however often one looks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::LayerKnobs</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::LayersPanel</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::LessonPanel</name>
    <message numerus="yes">
        <source>%n more file(s) cannot be read.</source>
        <translation>
            <numerusform>%n more file cannot be read.</numerusform>
            <numerusform>%n more files cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::MacroForm</name>
    <message numerus="yes">
        <source>%n in this lesson</source>
        <translation>
            <numerusform>%n in this lesson</numerusform>
            <numerusform>%n in this lesson</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::RunsModel</name>
    <message numerus="yes">
        <source>deletion of %n runs</source>
        <translation>
            <numerusform>deletion of %n run</numerusform>
            <numerusform>deletion of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::RunsPanel</name>
    <message numerus="yes">
        <source>Deleted %n runs.</source>
        <translation>
            <numerusform>Deleted %n run.</numerusform>
            <numerusform>Deleted %n runs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::SensitivityStrip</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::StatusStrip</name>
    <message numerus="yes">
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 images × %n points</source>
        <translation>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; of %2 images × %n point</numerusform>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; of %2 images × %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::StudyFiles</name>
    <message numerus="yes">
        <source>%n runs were not saved.</source>
        <translation>
            <numerusform>%n run was not saved.</numerusform>
            <numerusform>%n runs were not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::TradeoffChart</name>
    <message numerus="yes">
        <source>%n points have no energy</source>
        <translation>
            <numerusform>%n point has no energy</numerusform>
            <numerusform>%n points have no energy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points lie below %1 %</source>
        <translation>
            <numerusform>%n point lies below %1 %</numerusform>
            <numerusform>%n points lie below %1 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n published chips lie outside the energy axis</source>
        <translation>
            <numerusform>%n published chip lies outside the energy axis</numerusform>
            <numerusform>%n published chips lie outside the energy axis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::ValuesButton</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::WhyPanel</name>
    <message numerus="yes">
        <source>On the first %n images</source>
        <translation>
            <numerusform>On the first %n image</numerusform>
            <numerusform>On the first %n images</numerusform>
        </translation>
    </message>
</context>
</TS>
