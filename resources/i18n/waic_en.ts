<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>FacetRow</name>
    <message numerus="yes">
        <source>%n announcement(s)</source>
        <translation>
            <numerusform>%n announcement</numerusform>
            <numerusform>%n announcements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetSection</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excluded</source>
        <translation>
            <numerusform>%n excluded</numerusform>
            <numerusform>%n excluded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message numerus="yes">
        <source>%1: %n announcement(s)</source>
        <translation>
            <numerusform>%1: %n announcement</numerusform>
            <numerusform>%1: %n announcements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waic::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n edit(s) are not saved</source>
        <translation>
            <numerusform>An edit is not saved</numerusform>
            <numerusform>%n edits are not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved a copy with your %n edit(s) as %1. The catalogue open here is without them.</source>
        <translation>
            <numerusform>Saved a copy with your edit as %1. The catalogue open here is without it.</numerusform>
            <numerusform>Saved a copy with your %n edits as %1. The catalogue open here is without them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waic::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n not saved</source>
        <translation>
            <numerusform>%n not saved</numerusform>
            <numerusform>%n not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waic::ui::UnsavedMessage</name>
    <message numerus="yes">
        <source>Your %n edit(s) are kept here.</source>
        <translation>
            <numerusform>Your edit is kept here.</numerusform>
            <numerusform>Your %n edits are kept here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n edit(s).</source>
        <translation>
            <numerusform>Saved.</numerusform>
            <numerusform>Saved %n edits.</numerusform>
        </translation>
    </message>
</context>
</TS>
