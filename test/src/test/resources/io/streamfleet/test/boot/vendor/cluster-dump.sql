-- MySQL dump 10.13  Distrib 5.7.22, for Linux (x86_64)
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
CREATE DATABASE /*!32312 IF NOT EXISTS*/ `cluster` /*!40100 DEFAULT CHARACTER SET utf8 */;
USE `cluster`;

--
-- Table structure for table `alarms`
--

DROP TABLE IF EXISTS `alarms`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE `alarms` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `metric` varchar(64) DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8;

LOCK TABLES `alarms` WRITE;
/*!40000 ALTER TABLE `alarms` DISABLE KEYS */;
INSERT INTO `alarms` VALUES (1,'connections -- all; of them'),(2,'cpu');
/*!40000 ALTER TABLE `alarms` ENABLE KEYS */;
UNLOCK TABLES;

DROP TABLE IF EXISTS `nodes`;
CREATE TABLE `nodes` (`id` int(11) NOT NULL, `alarm` int(11), PRIMARY KEY (`id`),
  KEY `fk` (`alarm`), CONSTRAINT `fk` FOREIGN KEY (`alarm`) REFERENCES `alarms` (`id`)) ENGINE=InnoDB;
/*!50001 DROP VIEW IF EXISTS `live_nodes`*/;
/*!50001 CREATE VIEW `live_nodes` AS SELECT 1 AS `id`*/;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
-- Dump completed on 2018-06-04 12:00:00
