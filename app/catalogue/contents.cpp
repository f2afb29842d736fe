// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/contents.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QtEndian>

namespace waic::catalogue {

namespace {

/// Hashes fields so that no two lists of fields give the same bytes: each is preceded by its length, and NULL is not "".
class FieldHash
{
public:
    FieldHash &add(const QString &field)
    {
        const QByteArray utf8 = field.toUtf8();
        m_hash.addData(field.isNull() ? QByteArrayLiteral("-;") : QByteArray::number(utf8.size()) + ':');
        m_hash.addData(utf8);
        return *this;
    }
    FieldHash &add(std::optional<double> field)
    {
        return add(field ? QString::number(*field, 'g', QLocale::FloatingPointShortest) : QString());
    }
    QByteArray bytes() const { return m_hash.result(); }
    QString uid() const { return QString::fromLatin1(bytes().first(16).toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace

QString claimUid(const QString &announcementUid, const Contents::Claim &claim)
{
    FieldHash hash;
    hash.add(QStringLiteral("claim")).add(announcementUid).add(claim.measure).add(claim.subject);
    hash.add(std::optional(claim.value)).add(claim.valueTo).add(claim.of);
    hash.add(claim.unit).add(claim.qualifier).add(claim.nature).add(claim.definition).add(claim.scope).add(claim.asOf);
    return hash.uid();
}

QString citationUid(const QString &supportedUid, const QString &sourceUid)
{
    return FieldHash().add(QStringLiteral("citation")).add(supportedUid).add(sourceUid).uid();
}

QString organisationNameUid(const QString &organisationUid, const Contents::OrganisationName &name)
{
    return FieldHash().add(QStringLiteral("name")).add(organisationUid).add(name.language).add(name.name).uid();
}

RowId starterId(const QString &uid)
{
    const QByteArray hash = QCryptographicHash::hash(uid.toUtf8(), QCryptographicHash::Sha256);
    // 53 bits: JavaScript, JSON and spreadsheets keep such a number exactly.
    const RowId id = RowId(qFromBigEndian<quint64>(hash.constData()) >> 11);
    return id == 0 ? 1 : id;
}

} // namespace waic::catalogue
