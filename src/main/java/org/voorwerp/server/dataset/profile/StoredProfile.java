package org.voorwerp.server.dataset.profile;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A profile that need not be made again.
@Entity
@Table(name = "table_profile")
class StoredProfile extends PanacheEntityBase {

    /// SHA-256 of the table.
    @Id
    String blob;

    @JdbcTypeCode(SqlTypes.JSON)
    TableProfile profile;
}
